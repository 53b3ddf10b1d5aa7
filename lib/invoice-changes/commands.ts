import "server-only";
import { v7 as newId } from "uuid";
import { recordAudit } from "@/lib/audit/commands";
import { type Day, dateOf, todayIn } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import type { ReplaceInvoice } from "@/lib/invoice-changes/schema";
import { takeNumbers } from "@/lib/invoices/commands";
import { renewalDueMail } from "@/lib/invoices/mails";
import { type Joining, listCohortsToIssue, listJoining } from "@/lib/invoices/queries";
import { feeLines, figuresOf, type InvoiceLine } from "@/lib/invoices/rules";
import { type Actor, WORKER } from "@/lib/members/rules";
import { queueMessages } from "@/lib/messages/commands";
import { closePagesSoon } from "@/lib/payments/closing";
import { settleRenewal } from "@/lib/renewals/commands";
import { lockAnyRenewal, lockUnattended } from "@/lib/renewals/lock";
import { findAnyRenewal, type MemberRenewal, withStanding } from "@/lib/renewals/queries";
import { combineTerms, refusalOf } from "@/lib/renewals/rules";
import { credentialsOf } from "@/lib/renewals/wording";
import { findSettings, type Settings } from "@/lib/settings/queries";

const REFUSAL_OF_PAID = "This is paid. Refund the payment first, then change the invoice.";

/**
 * An administrator issues another invoice in the place of the one that binds, for a reason: with other
 * figures, and money added or taken off. What the rules say stays beside them. The old one is void.
 */
export async function replaceInvoice(actor: Actor, input: ReplaceInvoice, now: Date) {
  const { renewalId, reason, adjustment, requiredCredits, minimumCredits, lateFee } = input;
  const { timeZone } = await findSettings();
  await db.$transaction(async (tx) => {
    const renewal = await lockAnyRenewal(tx, actor, "change invoices", renewalId);
    const { state } = await withStanding(renewal, todayIn(timeZone, now), tx);
    const refusal = refusalOf(state, "replace invoice");
    if (refusal) throw new DomainError("conflict", refusal);
    if (renewal.payment) throw new DomainError("conflict", REFUSAL_OF_PAID);
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
    const { invoice } = renewal;
    const from = { number: invoice.number, requiredCredits: invoice.requiredCredits };
    const facts = { from, to: { ...told, ...figures, adjustment } };
    const act = { act: "replaced an invoice", subject: "renewal", subjectId: renewalId };
    await recordAudit(tx, { actor, ...act, facts, personal: { reason } }, now);
    await settleRenewal(tx, renewalId, now);
  });
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
  return { invoice: id, number };
}

/**
 * Credentials that came after their renewal was invoiced get onto its invoice: a new one, with a line
 * for each, in the place of the old. Where that one is paid, or an administrator changed it, they wait
 * for staff. Answers how many renewals were invoiced anew.
 */
export async function joinLateCredentials(today: Day, now: Date): Promise<number> {
  const settings = await findSettings();
  const cohorts = await listCohortsToIssue(settings.invoiceDaysBefore, today);
  const joining = cohorts.length === 0 ? [] : await listJoining(cohorts);
  const byRenewal = new Map<string, Joining[]>();
  for (const one of joining) {
    byRenewal.set(one.renewalId, [...(byRenewal.get(one.renewalId) ?? []), one]);
  }
  let joined = 0;
  for (const [renewalId, late] of byRenewal) {
    const told = { renewalId, joining: late, settings };
    if (await db.$transaction((tx) => join(tx, told, now))) joined += 1;
  }
  return joined;
}

type Late = { renewalId: string; joining: readonly Joining[]; settings: Settings };

async function join(tx: Tx, { renewalId, joining, settings }: Late, now: Date) {
  const before = await lockUnattended(tx, renewalId);
  if (before.renewedAt || before.isPaid || before.invoice.reason !== null) return false;
  const ids = joining.map(({ cycleId }) => cycleId);
  const free = { id: { in: ids }, renewalId: null, renewedAt: null };
  const { count } = await tx.cycle.updateMany({ where: free, data: { renewalId } });
  if (count === 0) return false;
  const late = joining.map(({ cohort }) => cohort.lateFeeFrom);
  const lapses = joining.flatMap(({ cohort }) => cohort.lapsesOn ?? []);
  const [lateFeeFrom = before.lateFeeFrom] = [before.lateFeeFrom, ...late].toSorted();
  const [lapsesOn] = [...lapses, ...(before.lapsesOn ? [before.lapsesOn] : [])].toSorted();
  await tx.renewal.update({
    where: { id: renewalId },
    data: {
      lateFeeFrom: dateOf(lateFeeFrom),
      lapsesOn: lapsesOn ? dateOf(lapsesOn) : null,
      unsettled: true,
    },
    select: { id: true },
  });
  const renewal = await findAnyRenewal(renewalId, tx);
  if (!renewal) throw new Error("A locked renewal is gone.");
  const figures = figuresOf(combineTerms(renewal.cycles.map(({ version }) => version.terms)));
  const lines = linesOf(renewal);
  const facts = await issueInPlace(tx, renewal, lines, { figures, reason: null, now });
  const told = { act: "invoiced a late credential", subject: "renewal", subjectId: renewalId };
  await recordAudit(tx, { actor: WORKER, ...told, facts }, now);
  const { memberId, member, cycles, dueOn } = renewal;
  const { firstName, email } = member;
  const fee = lines.reduce((sum, { cents }) => sum + cents, 0);
  const due = { fee, required: figures.requiredCredits, credentials: credentialsOf(cycles), dueOn };
  const mail = renewalDueMail({ id: renewalId, memberId, firstName, email, ...due }, settings);
  await queueMessages(tx, "renewal_due", [mail], now);
  return true;
}
