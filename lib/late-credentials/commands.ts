import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { type Day, dateOf, todayIn } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import { issueBeside } from "@/lib/invoices/commands";
import type { Joining } from "@/lib/invoices/queries";
import { listLateOf } from "@/lib/late-credentials/queries";
import { REFUSAL_OF_GONE, waitsForStaff } from "@/lib/late-credentials/rules";
import type { RenewByItself } from "@/lib/late-credentials/schema";
import type { Actor } from "@/lib/members/rules";
import { lockAnyRenewal } from "@/lib/renewals/lock";
import { findAnyRenewal, type MemberRenewal } from "@/lib/renewals/queries";
import { findSettings } from "@/lib/settings/queries";

const REFUSAL_OF_UNPAID =
  "Nothing of this renewal is paid, so the credential gets onto its invoice by itself within the hour.";

/**
 * An administrator has credentials that came too late for a renewal's invoice renew by themselves: with
 * an invoice of their own, by the rules, which share the member's credits. Those that were not ticked
 * wait on. Answers their renewal.
 */
export async function renewByItself(
  actor: Actor,
  { renewalId, byItself }: RenewByItself,
  now: Date,
) {
  const settings = await findSettings();
  return db.$transaction(async (tx) => {
    const renewal = await lockAnyRenewal(tx, actor, "change invoices", renewalId);
    if (!waitsForStaff(renewal)) throw new DomainError("conflict", REFUSAL_OF_UNPAID);
    const late = await takeLate(tx, renewal, byItself, todayIn(settings.timeZone, now));
    const { memberId } = renewal;
    const beside = (await lastBeside(tx, renewal)) + 1;
    const own = await issueBeside(tx, { actor, settings, late, memberId, beside, now });
    const told = { act: "let a late credential renew by itself", subject: "renewal" };
    const facts = { renewal: own, credentials: late.map(({ cohort }) => cohort.code) };
    await recordAudit(tx, { actor, ...told, subjectId: renewalId, facts }, now);
    return own;
  });
}

/** Those that were ticked of the late credentials that wait with this renewal, which is locked: all or none. */
export async function takeLate(
  tx: Tx,
  renewal: MemberRenewal,
  cycleIds: readonly string[],
  today: Day,
): Promise<Joining[]> {
  const waiting = await listLateOf(renewal, today, tx);
  const late = waiting.filter(({ cycleId }) => cycleIds.includes(cycleId));
  if (late.length < new Set(cycleIds).size) throw new DomainError("conflict", REFUSAL_OF_GONE);
  return late;
}

/** How many renewals of the member stand beside the first of these dates. */
async function lastBeside(tx: Tx, { memberId, dueOn, window }: MemberRenewal): Promise<number> {
  const dates = { windowFrom: dateOf(window.from), windowTo: dateOf(window.to) };
  const where = { memberId, dueOn: dateOf(dueOn), ...dates };
  const { _max } = await tx.renewal.aggregate({ where, _max: { beside: true } });
  return _max.beside ?? 0;
}

/**
 * Late credentials belong to a renewal from now on, under its lock; its dates are the earliest that one
 * of them demands. Answers it as it stands then; null where others were faster.
 */
export async function joinRenewal(
  tx: Tx,
  before: MemberRenewal,
  late: readonly Joining[],
): Promise<MemberRenewal | null> {
  const ids = late.map(({ cycleId }) => cycleId);
  const free = { id: { in: ids }, renewalId: null, renewedAt: null };
  const { count } = await tx.cycle.updateMany({ where: free, data: { renewalId: before.id } });
  if (count === 0) return null;
  const lateFees = late.map(({ cohort }) => cohort.lateFeeFrom);
  const lapses = late.flatMap(({ cohort }) => cohort.lapsesOn ?? []);
  const [lateFeeFrom = before.lateFeeFrom] = [before.lateFeeFrom, ...lateFees].toSorted();
  const [lapsesOn] = [...lapses, ...(before.lapsesOn ? [before.lapsesOn] : [])].toSorted();
  await tx.renewal.update({
    where: { id: before.id },
    data: {
      lateFeeFrom: dateOf(lateFeeFrom),
      lapsesOn: lapsesOn ? dateOf(lapsesOn) : null,
      unsettled: true,
    },
    select: { id: true },
  });
  const renewal = await findAnyRenewal(before.id, tx);
  if (!renewal) throw new Error("A locked renewal is gone.");
  return renewal;
}
