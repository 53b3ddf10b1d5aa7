import "server-only";
import { v7 as newId } from "uuid";
import { recordAudits } from "@/lib/audit/commands";
import { type Day, dateOf } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { type Cohort, groupsOf, type Held } from "@/lib/invoices/groups";
import { renewalDueMail } from "@/lib/invoices/mails";
import {
  type Joining,
  listCohortsToIssue,
  listHeld,
  listMembersToInvoice,
} from "@/lib/invoices/queries";
import { feeLines, figuresOf, mayInvoice } from "@/lib/invoices/rules";
import { actApart, pagesOf } from "@/lib/jobs/apart";
import { type Actor, WORKER } from "@/lib/members/rules";
import { queueMessages } from "@/lib/messages/commands";
import { listed } from "@/lib/renewals/wording";
import { findSettings, type Settings } from "@/lib/settings/queries";

/** Members a transaction. */
const BATCH = 200;

/**
 * Issues the first invoice of every renewal that is due for it, and with it the renewal; says how many.
 * Repeated, or run by two at once, each renewal gets one.
 */
export async function issueInvoices(today: Day, now: Date, actor: Actor = WORKER): Promise<number> {
  if (!mayInvoice(actor)) throw notFoundError();
  const settings = await findSettings();
  const cohorts = await listCohortsToIssue(settings.invoiceDaysBefore, today);
  if (cohorts.length === 0) return 0;
  return actApart({
    what: "invoice a member",
    pages: pagesOf((after) => listMembersToInvoice(cohorts, after, BATCH)),
    atOnce: BATCH,
    act: (memberIds) =>
      db.$transaction((tx) => issueBatch(tx, { actor, settings, cohorts, memberIds, now }), {
        timeout: 60_000,
      }),
  });
}

type Batch = {
  actor: Actor;
  settings: Settings;
  cohorts: readonly Cohort[];
  memberIds: readonly string[];
  now: Date;
};

async function issueBatch(tx: Tx, { actor, settings, cohorts, memberIds, now }: Batch) {
  const held = await listHeld(tx, cohorts, memberIds);
  return (await issueGroups(tx, held, { actor, settings, beside: 0, now })).length;
}

type Late = Issue & { late: readonly Joining[]; memberId: string };

/**
 * Issues the invoice of credentials of one member that came too late for their renewal's, with a
 * renewal of their own, under the lock of the renewal before it; answers the renewal.
 */
export async function issueBeside(tx: Tx, { late, memberId, ...issue }: Late): Promise<string> {
  const cohorts = late.map(({ cohort }) => cohort);
  const held = await listHeld(tx, cohorts, [memberId]);
  const ids = new Set(late.map(({ cycleId }) => cycleId));
  const ofLate = held.filter(({ cycleId }) => ids.has(cycleId));
  const [id] = await issueGroups(tx, ofLate, issue);
  if (!id) throw new Error("Another renewal took the place beside this one.");
  return id;
}

type Issue = { actor: Actor; settings: Settings; beside: number; now: Date };

/** The renewals that were made, by id. */
async function issueGroups(
  tx: Tx,
  held: readonly Holding[],
  { actor, settings, beside, now }: Issue,
): Promise<string[]> {
  const groups = groupsOf(held).map((group) => ({ ...group, id: newId() }));
  // Whoever issues the same at the same time waits here, and then finds it done.
  const made = await tx.renewal.createManyAndReturn({
    data: groups.map((group) => ({ ...renewalRow(group, now), beside })),
    skipDuplicates: true,
    select: { id: true },
  });
  const own = new Set(made.map(({ id }) => id));
  const created = groups.filter(({ id }) => own.has(id));
  if (created.length === 0) return [];
  await joinCycles(tx, created);
  const invoices = await numberInvoices(tx, created, settings, now);
  await recordAudits(
    tx,
    invoices.map(({ id, number, renewalId }) => ({
      actor,
      act: "issued an invoice",
      subject: "renewal",
      subjectId: renewalId,
      facts: { invoice: id, number },
    })),
    now,
  );
  const mails = created.map((group) => mailOf(group, settings));
  await queueMessages(tx, "renewal_due", mails, now);
  return created.map(({ id }) => id);
}

type Group = ReturnType<typeof groupsOf<Holding>>[number] & { id: string };
type Holding = Held & { firstName: string; email: string };

function renewalRow(group: Group, now: Date) {
  return {
    id: group.id,
    memberId: group.memberId,
    dueOn: dateOf(group.dueOn),
    windowFrom: dateOf(group.window.from),
    windowTo: dateOf(group.window.to),
    lateFeeFrom: dateOf(group.lateFeeFrom),
    lapsesOn: group.lapsesOn && dateOf(group.lapsesOn),
    createdAt: now,
  };
}

/** The cycles belong to their renewal from now on. */
async function joinCycles(tx: Tx, groups: readonly Group[]) {
  const pairs = groups.flatMap(({ id, cycles }) => {
    return cycles.map(({ cycleId }) => [cycleId, id] as const);
  });
  // In the order in which an import locks them: neither waits for what the other holds.
  await tx.$queryRaw`
    SELECT FROM cycles WHERE id = ANY(${pairs.map(([cycleId]) => cycleId)}::uuid[])
     ORDER BY id FOR UPDATE`;
  const joined = await tx.$executeRaw`
    UPDATE cycles y SET renewal_id = joining.renewal_id
      FROM unnest(${pairs.map(([cycleId]) => cycleId)}::uuid[], ${pairs.map(([, id]) => id)}::uuid[])
        AS joining (cycle_id, renewal_id)
      WHERE y.id = joining.cycle_id AND y.renewal_id IS NULL AND y.renewed_at IS NULL`;
  if (joined !== pairs.length) throw new Error("Cycles were renewed while they were invoiced.");
}

async function numberInvoices(tx: Tx, groups: readonly Group[], settings: Settings, now: Date) {
  const first = await takeNumbers(tx, groups.length);
  const invoices = groups.map(({ id, terms }, place) => {
    const { requiredCredits, minimumCredits, lateFee } = figuresOf(terms);
    return {
      id: newId(),
      number: first + place,
      renewalId: id,
      issuedAt: now,
      requiredCredits,
      ruledCredits: requiredCredits,
      minimumCredits,
      ruledMinimum: minimumCredits,
      lateFee,
      currency: settings.currency,
    };
  });
  await tx.invoice.createMany({ data: invoices });
  const lines = groups.flatMap(({ cycles }, place) => {
    const invoiceId = invoices[place]?.id ?? "";
    const fees = cycles.map(({ cycleId, terms, ...cycle }) => ({
      ...cycle,
      id: cycleId,
      fee: terms.fee,
    }));
    return feeLines(fees).map((line, nth) => ({ ...line, invoiceId, position: nth + 1 }));
  });
  await tx.invoiceLine.createMany({ data: lines });
  return invoices;
}

/** The next numbers, the first of which it answers: held until the transaction ends, so none is lost. */
export async function takeNumbers(tx: Tx, count: number): Promise<number> {
  const { last } = await tx.invoiceNumber.update({
    where: { id: 1 },
    data: { last: { increment: count } },
    select: { last: true },
  });
  return last - count + 1;
}

function mailOf({ id, memberId, cycles, terms, dueOn }: Group, settings: Settings) {
  const [to = { firstName: "", email: "" }] = cycles;
  const credentials = listed(cycles.map(({ code }) => code));
  const { fee, required } = terms;
  return renewalDueMail({ id, memberId, ...to, credentials, dueOn, fee, required }, settings);
}
