import "server-only";
import { v7 as newId } from "uuid";
import { recordAudit } from "@/lib/audit/commands";
import { type Day, todayIn } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { tellOfChange } from "@/lib/invoice-changes/letters";
import { wordsForOvertaken } from "@/lib/invoice-changes/rules";
import type { ReplaceInvoice } from "@/lib/invoice-changes/schema";
import { issueInvoices, takeNumbers } from "@/lib/invoices/commands";
import { type Joining, listCohortsToIssue, listJoining } from "@/lib/invoices/queries";
import { feeLines, figuresOf, type InvoiceLine, mayInvoice } from "@/lib/invoices/rules";
import { actApart, FailedApart } from "@/lib/jobs/apart";
import { joinRenewal, takeLate } from "@/lib/late-credentials/commands";
import { REFUSAL_OF_GONE, waitsForStaff } from "@/lib/late-credentials/rules";
import { type Actor, WORKER } from "@/lib/members/rules";
import { closePagesSoon } from "@/lib/payments/closing";
import { settleRenewal } from "@/lib/renewals/commands";
import { lockAnyRenewal, lockUnattended } from "@/lib/renewals/lock";
import { type MemberRenewal, withStanding } from "@/lib/renewals/queries";
import { combineTerms, refusalOf } from "@/lib/renewals/rules";
import { findSettings } from "@/lib/settings/queries";

const REFUSAL_OF_PAID = "This is paid. Refund the payment first, then change the invoice.";

/**
 * An administrator issues another invoice in the place of the one that binds, for a reason: with other
 * figures, and money added or taken off. What the rules say stays beside them. The old one is void: it
 * is the one that they saw, or nothing changes.
 */
export async function replaceInvoice(actor: Actor, input: ReplaceInvoice, now: Date) {
  const { renewalId, seen, reason, adjustment, requiredCredits, minimumCredits, lateFee } = input;
  const { timeZone } = await findSettings();
  await db.$transaction(async (tx) => {
    const before = await lockAnyRenewal(tx, actor, "change invoices", renewalId);
    const today = todayIn(timeZone, now);
    const { state } = await withStanding(before, today, tx);
    const refusal = refusalOf(state, "replace invoice");
    if (refusal) throw new DomainError("conflict", refusal);
    if (before.payment) throw new DomainError("conflict", REFUSAL_OF_PAID);
    const { number } = before.invoice;
    if (number !== seen) throw new DomainError("conflict", wordsForOvertaken(number));
    const renewal = await withLate(tx, before, input.joining, today);
    if (minimumCredits > requiredCredits) {
      const message = "The in-network minimum is more than what is required. Lower it.";
      throw new DomainError("invalid", message, "minimumCredits");
    }
    const lines = linesOf(renewal);
    const fees = lines.reduce((sum, { cents }) => sum + cents, 0);
    if (fees + adjustment < 0) {
      const message = "More is taken off than the fees come to. Take off less, or waive the fee.";
      throw new DomainError("invalid", message, "adjustment");
    }
    const added: InvoiceLine[] =
      adjustment === 0
        ? []
        : [{ kind: "adjustment", cycleId: null, text: "Adjustment", cents: adjustment }];
    const figures = { requiredCredits, minimumCredits, lateFee };
    const told = await issueInPlace(tx, renewal, [...lines, ...added], { figures, reason, now });
    const from = { number, requiredCredits: before.invoice.requiredCredits };
    const joined = input.joining.length > 0 ? { joined: input.joining } : {};
    const facts = { from, to: { ...told, ...figures, adjustment, ...joined } };
    const act = { act: "replaced an invoice", subject: "renewal", subjectId: renewalId };
    await recordAudit(tx, { actor, ...act, facts, personal: { reason } }, now);
    await settleRenewal(tx, renewalId, now);
  });
}

/** The renewal with the late credentials that were ticked. */
async function withLate(tx: Tx, before: MemberRenewal, cycleIds: readonly string[], today: Day) {
  if (cycleIds.length === 0) return before;
  const renewal = await joinRenewal(tx, before, await takeLate(tx, before, cycleIds, today));
  if (!renewal) throw new DomainError("conflict", REFUSAL_OF_GONE);
  return renewal;
}

/** One line a credential, by the rules in force. */
function linesOf({ cycles }: MemberRenewal): InvoiceLine[] {
  return feeLines(
    cycles.map(({ id, called, renews, version }) => {
      return { id, code: called.code, renews, fee: version.terms.fee };
    }),
  );
}

type Issue = {
  figures: { requiredCredits: number; minimumCredits: number; lateFee: number };
  /** Null: by the rules. */
  reason: string | null;
  now: Date;
};

async function issueInPlace(
  tx: Tx,
  renewal: MemberRenewal,
  lines: readonly InvoiceLine[],
  { figures, reason, now }: Issue,
) {
  const { invoice, cycles } = renewal;
  await tx.invoice.update({
    where: { id: invoice.id },
    data: { voidedAt: now },
    select: { id: true },
  });
  await closePagesSoon(tx, renewal.id, now);
  const number = await takeNumbers(tx, 1);
  const ruled = figuresOf(combineTerms(cycles.map(({ version }) => version.terms)));
  const id = newId();
  await tx.invoice.create({
    data: {
      id,
      number,
      renewalId: renewal.id,
      issuedAt: now,
      ...figures,
      ruledCredits: ruled.requiredCredits,
      ruledMinimum: ruled.minimumCredits,
      currency: invoice.currency,
      reason,
      lines: { create: lines.map((line, place) => ({ ...line, position: place + 1 })) },
    },
    select: { id: true },
  });
  await tellOfChange(tx, renewal, { number, lines, ...figures }, now);
  return { invoice: id, number };
}

/**
 * All that is due to be invoiced: new renewals, and then late credentials. Neither keeps the other back:
 * what failed is thrown when both are done. Answers how many renewals got an invoice, or another one.
 */
export async function issueAllDue(now: Date, actor: Actor = WORKER) {
  const today = todayIn((await findSettings()).timeZone, now);
  const [issuing] = await Promise.allSettled([issueInvoices(today, now, actor)]);
  const [joining] = await Promise.allSettled([joinLateCredentials(today, now, actor)]);
  if (issuing.status === "fulfilled" && joining.status === "fulfilled") {
    return { issued: issuing.value, joined: joining.value };
  }
  const failures = [issuing, joining].flatMap((each) =>
    each.status === "rejected" ? [each.reason] : [],
  );
  const other = failures.find((failure) => !(failure instanceof FailedApart));
  throw other ?? new FailedApart(failures, failures.map(({ message }) => message).join(" "));
}

/**
 * Credentials that came after their renewal was invoiced get onto its invoice: a new one, with a line
 * for each, in the place of the old. Where that one is paid, or an administrator changed it, they wait
 * for staff. Answers how many renewals were invoiced anew.
 */
export async function joinLateCredentials(
  today: Day,
  now: Date,
  actor: Actor = WORKER,
): Promise<number> {
  if (!mayInvoice(actor)) throw notFoundError();
  const { invoiceDaysBefore } = await findSettings();
  const cohorts = await listCohortsToIssue(invoiceDaysBefore, today);
  const joining = cohorts.length === 0 ? [] : await listJoining(cohorts);
  const byRenewal = new Map<string, Joining[]>();
  for (const one of joining) {
    byRenewal.set(one.renewalId, [...(byRenewal.get(one.renewalId) ?? []), one]);
  }
  return actApart({
    what: "invoice the late credentials of a renewal",
    pages: [[...byRenewal.keys()]],
    atOnce: 1,
    act: async ([renewalId = ""]) => {
      const late = byRenewal.get(renewalId) ?? [];
      return (await db.$transaction((tx) => join(tx, actor, { renewalId, late }, now))) ? 1 : 0;
    },
  });
}

async function join(
  tx: Tx,
  actor: Actor,
  { renewalId, late }: { renewalId: string; late: readonly Joining[] },
  now: Date,
) {
  const before = await lockUnattended(tx, renewalId);
  if (waitsForStaff(before)) return false;
  const renewal = await joinRenewal(tx, before, late);
  if (!renewal) return false;
  const figures = figuresOf(combineTerms(renewal.cycles.map(({ version }) => version.terms)));
  const lines = linesOf(renewal);
  const facts = await issueInPlace(tx, renewal, lines, { figures, reason: null, now });
  const told = { act: "invoiced a late credential", subject: "renewal", subjectId: renewalId };
  await recordAudit(tx, { actor, ...told, facts }, now);
  return true;
}
