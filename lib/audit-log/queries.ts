import "server-only";
import type { AuditSearch } from "@/lib/audit-log/schema";
import { shortened } from "@/lib/audit-log/wording";
import { namesIn } from "@/lib/audit-names/queries";
import { shiftDay, startOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { isId } from "@/lib/ids";
import { findMemberId } from "@/lib/members/queries";
import { wordsForDoor } from "@/lib/members/wording";
import { findSettings } from "@/lib/settings/queries";
import type { Prisma } from "@/prisma/generated/client";

const ENTRIES_A_PAGE = 50;

const listed = {
  id: true,
  sequence: true,
  at: true,
  actorId: true,
  door: true,
  act: true,
  subject: true,
  subjectId: true,
  facts: true,
} as const;

/** A page of the log, the latest first where nothing else is asked; null where nobody is known as who was asked for. */
export async function searchAudit(search: AuditSearch) {
  const where = await conditionsOf(search);
  if (!where) return null;
  const found = await db.auditEntry.findMany({
    where,
    orderBy: { sequence: search.sort === "oldest" ? "asc" : "desc" },
    take: ENTRIES_A_PAGE + 1,
    select: listed,
  });
  const page = found.slice(0, ENTRIES_A_PAGE);
  const names = await namesIn(page);
  return {
    entries: page.map((entry) => ({ ...entry, ...toldOf(entry, names) })),
    names,
    next: found.length > ENTRIES_A_PAGE ? (page.at(-1)?.sequence ?? null) : null,
  };
}

async function conditionsOf({ act, who, about, from, to, sort, after }: AuditSearch) {
  const [actorIds, subjectIds, { timeZone }] = await Promise.all([
    who ? listActorIds(who) : undefined,
    about ? listSubjectIds(about) : undefined,
    findSettings(),
  ]);
  if (actorIds === null) return null;
  return {
    ...(act && { act }),
    actorId: actorIds && { in: actorIds },
    subjectId: subjectIds && { in: subjectIds },
    at: {
      gte: from ? startOf(from, timeZone) : undefined,
      lt: to ? startOf(shiftDay(to, { days: 1 }), timeZone) : undefined,
    },
    ...(after !== null && { sequence: sort === "oldest" ? { gt: after } : { lt: after } }),
  } satisfies Prisma.AuditEntryWhereInput;
}

/** Whom an identifier belongs to, with the records that were merged into theirs; null: nobody. */
async function listActorIds(who: string): Promise<string[] | null> {
  const memberId = await findMemberId(who);
  if (!memberId) return null;
  const takenIn = await db.member.findMany({
    where: { mergedIntoId: memberId },
    select: { id: true },
  });
  return [memberId, ...takenIn.map(({ id }) => id)];
}

/** What the log knows a subject by: its own id, all that is a member's, or an event by its code. */
async function listSubjectIds(about: string): Promise<string[]> {
  if (isId(about)) return [about];
  const memberIds = await listActorIds(about);
  if (memberIds) return [...memberIds, ...(await listBelongings(memberIds))];
  const events = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM events WHERE code_key = identifier_key(${about})`;
  return [about, ...events.map(({ id }) => id)];
}

/** What these members have, where the log tells of it under an id of its own. */
async function listBelongings(memberIds: string[]): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    WITH own_renewals AS (SELECT id FROM renewals WHERE member_id = ANY(${memberIds}::uuid[]))
    SELECT id::text FROM own_renewals
    UNION ALL SELECT id::text FROM registrations WHERE member_id = ANY(${memberIds}::uuid[])
    UNION ALL SELECT id::text FROM credit_entries WHERE member_id = ANY(${memberIds}::uuid[])
    UNION ALL SELECT id::text FROM reporting_forms WHERE member_id = ANY(${memberIds}::uuid[])
    UNION ALL SELECT id::text FROM correction_requests WHERE member_id = ANY(${memberIds}::uuid[])
    UNION ALL SELECT id::text FROM credit_audits WHERE renewal_id IN (SELECT id FROM own_renewals)
    UNION ALL SELECT p.id::text FROM payments p JOIN invoices i ON i.id = p.invoice_id
               WHERE i.renewal_id IN (SELECT id FROM own_renewals)`;
  return found.map(({ id }) => id);
}

/** Every act that the log knows; the index is skipped through, however long the log is. */
export async function listActs(): Promise<string[]> {
  const found = await db.$queryRaw<{ act: string }[]>`
    WITH RECURSIVE acts AS (
      SELECT min(act) AS act FROM audit_entries
      UNION ALL
      SELECT (SELECT min(act) FROM audit_entries WHERE act > acts.act) FROM acts WHERE act IS NOT NULL)
    SELECT act FROM acts WHERE act IS NOT NULL`;
  return found.map(({ act }) => act);
}

/** One entry with its personal values, as far as they are not erased, and its seal. */
export async function findAuditEntry(id: string) {
  if (!isId(id)) return null;
  const entry = await db.auditEntry.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: {
      ...listed,
      digests: true,
      values: { orderBy: { name: "asc" }, select: { name: true, value: true } },
      seal: { select: { number: true, hash: true } },
    },
  });
  if (!entry) return null;
  const { digests, ...rest } = entry;
  const kept = new Set(entry.values.map(({ name }) => name));
  const erased = Object.keys(digests as object).filter((name) => !kept.has(name));
  const names = await namesIn([entry]);
  return { ...rest, erased, ...toldOf(entry, names), names };
}

/** The newest seal, which `npm run audit:verify` can be given. */
export function findHead() {
  return db.auditSeal.findFirst({
    orderBy: { number: "desc" },
    select: { number: true, hash: true },
  });
}

type Told = { actorId: string | null; door: string; subject: string; subjectId: string };

function toldOf({ actorId, door, subject, subjectId }: Told, names: ReadonlyMap<string, string>) {
  const called = names.get(subjectId) ?? (isId(subjectId) ? "" : shortened(subjectId));
  const who = actorId === null ? null : (names.get(actorId) ?? "Somebody unknown");
  const byDoor = wordsForDoor(door);
  return {
    who: who === null ? byDoor : door === "web" ? who : `${who} (${byDoor.toLowerCase()})`,
    about: called === "" || subject === "settings" ? subject : `${subject}: ${called}`,
  };
}
