import "server-only";
import { type Day, dateOf, dayOf } from "@/lib/calendar";
import { type AuditState, stateOf, VOUCHED } from "@/lib/credit-audits/rules";
import { db, type Tx } from "@/lib/db";
import { listedDocument } from "@/lib/documents/queries";
import { isId } from "@/lib/ids";
import { fullName } from "@/lib/members/rules";
import { wordsForDoor } from "@/lib/members/wording";
import { findAnyRenewal, withStanding } from "@/lib/renewals/queries";
import { linesOf } from "@/lib/renewals/standing";
import type { Prisma } from "@/prisma/generated/client";

const auditSelect = {
  id: true,
  selectionId: true,
  renewalId: true,
  place: true,
  version: true,
  dueOn: true,
  answeredAt: true,
  decidedAt: true,
  verdict: true,
  selection: { select: { drawnAt: true } },
  renewal: { select: { memberId: true } },
  steps: {
    orderBy: { number: "asc" },
    select: {
      number: true,
      kind: true,
      text: true,
      dueOn: true,
      takenAt: true,
      takenBy: { select: { firstName: true, lastName: true } },
    },
  },
} satisfies Prisma.CreditAuditSelect;

type Found = Prisma.CreditAuditGetPayload<{ select: typeof auditSelect }>;

function auditOf(found: Found, today: Day) {
  const { renewal, steps, ...audit } = found;
  const dueOn = dayOf(found.dueOn);
  const { memberId } = renewal;
  return {
    ...audit,
    dueOn,
    memberId,
    state: stateOf({ ...found, dueOn }, today),
    steps: steps.map(({ takenBy, ...step }) => ({
      ...step,
      dueOn: dayOf(step.dueOn),
      by: takenBy ? fullName(takenBy) : wordsForDoor("command line"),
    })),
  };
}

export type Audit = ReturnType<typeof auditOf>;

/** Any member's audit. */
export async function findAnyAudit(id: string, today: Day, tx: Tx = db): Promise<Audit | null> {
  if (!isId(id)) return null;
  const found = await tx.creditAudit.findUnique({ where: { id }, select: auditSelect });
  return found && auditOf(found, today);
}

/** The audit of a renewal; null when there is none, or it isn't the member's. */
export async function findAuditOf(memberId: string, renewalId: string, today: Day) {
  if (!isId(renewalId)) return null;
  const found = await db.creditAudit.findFirst({
    where: { renewalId, renewal: { memberId } },
    select: auditSelect,
  });
  return found && auditOf(found, today);
}

/** An audit with its renewal, each entry that counts for it by the one calculation, and its proof. */
export async function withProofs(audit: Audit, today: Day, tx: Tx = db) {
  const found = await findAnyRenewal(audit.renewalId, tx);
  if (!found) throw new Error(`The renewal of the audit ${audit.id} is gone.`);
  const renewal = await withStanding(found, today, tx);
  const lines = linesOf(renewal.standing, "counted");
  const documents = await listProofs(
    audit,
    lines.map(({ entryId }) => entryId),
    tx,
  );
  const entries = lines.map(({ entry, counted, reason, detail }) => ({
    entry,
    counted,
    reason,
    detail,
    isAsked: VOUCHED[entry.source] === null,
    vouched: VOUCHED[entry.source],
    documents: documents.filter((each) => each.proves === entry.id),
  }));
  const shown = new Set(entries.map(({ entry }) => entry.id));
  // Brought for an entry that was corrected since, or counts no more.
  const others = documents.filter(({ proves }) => !shown.has(proves));
  return { ...audit, renewal, entries, others };
}

export type ProvenAudit = Awaited<ReturnType<typeof withProofs>>;

async function listProofs({ id, memberId }: Audit, entryIds: string[], tx: Tx) {
  const documents = await tx.document.findMany({
    where: { memberId, OR: [{ entryId: { in: entryIds } }, { auditId: id }] },
    orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
    select: { ...listedDocument, entryId: true, auditedEntryId: true },
  });
  return documents.map(({ entryId, auditedEntryId, ...document }) => ({
    ...document,
    proves: entryId ?? auditedEntryId ?? "",
    /** It waits for its member to send it, who may still take it back. */
    isLoose: entryId === null,
  }));
}

/** What its member has to prove and has not. */
export function missingOf({ entries }: Pick<ProvenAudit, "entries">) {
  return entries.filter(({ isAsked, documents }) => isAsked && documents.length === 0);
}

/** The audits that wait for a member, the first due first; who is retired can do nothing for theirs. */
export async function listAuditsWith(memberId: string, today: Day) {
  const found = await db.creditAudit.findMany({
    where: {
      renewal: { memberId, member: { retiredAt: null } },
      answeredAt: null,
      decidedAt: null,
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: { renewalId: true, dueOn: true },
  });
  return found.map(({ renewalId, dueOn }) => ({
    renewalId,
    dueOn: dayOf(dueOn),
    state: stateOf({ answeredAt: null, verdict: null, dueOn: dayOf(dueOn) }, today),
  }));
}

/** As the database tells how an audit stands on a date. */
export function whereIn(state: AuditState, today: Day): Prisma.CreditAuditWhereInput {
  if (state === "passed" || state === "failed") return { verdict: state };
  if (state === "answered") return { decidedAt: null, answeredAt: { not: null } };
  const dueOn = state === "overdue" ? { lt: dateOf(today) } : { gte: dateOf(today) };
  return { decidedAt: null, answeredAt: null, dueOn };
}
