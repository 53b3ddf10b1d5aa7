import "server-only";
import type { Comparable } from "@/lib/allocations/duplicates";
import type { Entry } from "@/lib/allocations/lines";
import type { Day } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { type StandingEntry, stateOf } from "@/lib/entries/rules";
import { Prisma } from "@/prisma/generated/client";

/** What duplicates are recognised by, and whether it counts, as every list of entries says it. */
const COMPARABLE = Prisma.sql`
  e.id, e.source, e.earned_on AS "earnedOn", e.reported_on AS "reportedOn", e.title,
  e.registration_id AS "claimKey", e.accepted_at IS NOT NULL AS "isAccepted",
  e.not_duplicate_at IS NOT NULL AS "isNotDuplicate",
  coalesce(p.name_key, e.provider_other_key, own.key, '') AS "providerKey",
  e.course_number_key AS "courseNumberKey", e.title_key AS "titleKey"`;

/** Entries that stand, with their provider: of a claim it is the association itself. */
const STANDING = Prisma.sql`
  credit_entries e
  LEFT JOIN providers p ON p.id = e.provider_id
  LEFT JOIN (SELECT association_name AS name, identifier_key(association_name) AS key FROM settings
    WHERE id = 1) own ON e.source = 'claim'
  WHERE e.replaced_at IS NULL AND e.withdrawn_at IS NULL AND e.rejected_at IS NULL`;

/**
 * Reads rows as one cell of JSON, in the order in which entries count: hundreds of rows, each cell
 * read by itself, cost several times as much. In JSON a day is a text already.
 */
async function listOf<Row>(rows: Prisma.Sql, tx: Tx = db): Promise<Row[]> {
  const [found] = await tx.$queryRaw<{ rows: Row[] | null }[]>`
    SELECT json_agg(one ORDER BY one."earnedOn", one."reportedOn", one.id) AS rows FROM (${rows}) one`;
  return found?.rows ?? [];
}

/** A member's entries that stand: not replaced, withdrawn or rejected; in the order in which they count. */
export async function listStandingEntries(memberId: string, tx: Tx = db): Promise<StandingEntry[]> {
  return (await listStandingEntriesOf([memberId], tx)).get(memberId) ?? [];
}

/** The same of many members in one query, by member; one without entries is not in it. */
export async function listStandingEntriesOf(memberIds: readonly string[], tx: Tx = db) {
  type Row = Omit<StandingEntry, "state"> & {
    memberId: string;
    acceptedAt: string | null;
    returnedAt: string | null;
  };
  const select = Prisma.sql`
    SELECT ${COMPARABLE}, e.member_id AS "memberId", e.format, e.credits, e.credit_type AS "creditType",
        e.course_number AS "courseNumber", e.review_note AS "reviewNote",
        e.accepted_at AS "acceptedAt", e.returned_at AS "returnedAt",
        e.source = 'claim' OR coalesce(p.in_network, false) AS "inNetwork",
        coalesce(p.name, e.provider_other, own.name, '') AS provider
      FROM ${STANDING} AND e.member_id = ANY(${memberIds}::uuid[])`;
  const byMember = new Map<string, StandingEntry[]>();
  for (const { memberId, acceptedAt, returnedAt, ...row } of await listOf<Row>(select, tx)) {
    const entry = { ...row, state: stateOf({ acceptedAt, returnedAt }) };
    const known = byMember.get(memberId);
    if (known) known.push(entry);
    else byMember.set(memberId, [entry]);
  }
  return byMember;
}

/**
 * The entries that stand of many members, each by its member, in the order in which they count: all
 * that judges them, of the dates told. For going through a whole membership, batch by batch.
 */
export async function listStandingOfMany(
  memberIds: readonly string[],
  { from, to }: { from: Day; to: Day },
): Promise<Map<string, Entry[]>> {
  const rows = await listOf<Entry & { memberId: string }>(Prisma.sql`
    SELECT ${COMPARABLE}, e.member_id AS "memberId", e.format, e.credits, e.credit_type AS "creditType",
        e.source = 'claim' OR coalesce(p.in_network, false) AS "inNetwork"
      FROM ${STANDING} AND e.member_id = ANY(${[...memberIds]}::uuid[])
       AND e.earned_on BETWEEN ${from}::date AND ${to}::date`);
  return byTheirMember(rows);
}

function byTheirMember<Row extends { memberId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const byMember = new Map<string, Row[]>();
  for (const row of rows) {
    const others = byMember.get(row.memberId);
    if (others) others.push(row);
    else byMember.set(row.memberId, [row]);
  }
  return byMember;
}

/** A member's entries of one day that stand: what another of that day may repeat. */
export function listOfOneDay(memberId: string, day: Day, tx: Tx = db): Promise<Comparable[]> {
  const rows = Prisma.sql`
    SELECT ${COMPARABLE} FROM ${STANDING}
       AND e.member_id = ${memberId}::uuid AND e.earned_on = ${day}::date`;
  return listOf(rows, tx);
}

/** Of all members the entries that stand beside others of the same member, day and provider. */
export function listBesideOthers(): Promise<
  (Comparable & { memberId: string; credits: number })[]
> {
  // Most days of most members have one entry: an index alone tells which have more.
  return listOf(Prisma.sql`
    SELECT * FROM (
      SELECT each.*, count(*) OVER (PARTITION BY "memberId", "earnedOn", "providerKey") AS beside
        FROM (SELECT ${COMPARABLE}, e.member_id AS "memberId", e.credits
                FROM ${STANDING} AND e.not_duplicate_at IS NULL AND (e.member_id, e.earned_on) IN (
                  SELECT member_id, earned_on FROM credit_entries
                   WHERE replaced_at IS NULL AND withdrawn_at IS NULL AND rejected_at IS NULL
                     AND not_duplicate_at IS NULL
                   GROUP BY member_id, earned_on HAVING count(*) > 1)) each) counted
     WHERE beside > 1`);
}

/** The entries that stand of many members on days of theirs, by member. */
export async function listOfTheirDays(wanted: readonly { memberId: string; day: Day }[]) {
  const rows = await listOf<Comparable & { memberId: string }>(Prisma.sql`
    SELECT ${COMPARABLE}, e.member_id AS "memberId" FROM ${STANDING}
       AND (e.member_id, e.earned_on) IN (SELECT * FROM unnest(
         ${wanted.map(({ memberId }) => memberId)}::uuid[], ${wanted.map(({ day }) => day)}::date[]))`);
  return byTheirMember(rows);
}
