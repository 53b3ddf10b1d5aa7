import "server-only";
import { listToAccept } from "@/lib/acceptances/queries";
import { duplicatesAmong } from "@/lib/allocations/duplicates";
import { findStandings } from "@/lib/allocations/queries";
import { type Day, dayOf, todayIn } from "@/lib/calendar";
import { db } from "@/lib/db";
import { searchConditions } from "@/lib/directory/queries";
import { listedDocument } from "@/lib/documents/queries";
import { entrySelect } from "@/lib/entries/queries";
import { stateOf } from "@/lib/entries/rules";
import { firstOf } from "@/lib/first-rows";
import { isId } from "@/lib/ids";
import { fullName } from "@/lib/members/rules";
import type { After } from "@/lib/page-after";
import type { ReviewQueue } from "@/lib/reviews/schema";
import { findSettings } from "@/lib/settings/queries";
import { sqlOrder } from "@/lib/sql-order";
import { listBesideOthers } from "@/lib/standing-entries/queries";
import { Prisma } from "@/prisma/generated/client";

const ENTRIES_A_PAGE = 50;
const DUPLICATES_SHOWN = 50;

type Row = {
  id: string;
  createdAt: Date;
  earnedOn: Day;
  formatName: string;
  credits: number;
  title: string;
  documents: number;
  memberId: string;
  firstName: string;
  lastName: string;
  memberNumber: string | null;
};

type Filters = Pick<ReviewQueue, "q" | "format"> & Partial<Pick<ReviewQueue, "sort">>;

const REPORTED = ["e.created_at", "e.id"];
const ORDERS = { oldest: sqlOrder(REPORTED), newest: sqlOrder(REPORTED, "DESC") };

/** What awaits review, the oldest first where nothing else is asked, and why one is looked at by itself. */
export async function listAwaitingReview(
  after: After | null,
  { q, format, sort = "oldest" }: Filters = { q: "", format: "" },
) {
  const order = ORDERS[sort];
  const conditions = [
    ...searchConditions(q),
    ...(format ? [Prisma.sql`e.format = ${format}`] : []),
    ...(after ? [order.isPast(Prisma.sql`${after.at}, ${after.id}::uuid`)] : []),
  ];
  const found = await db.$queryRaw<Row[]>`
    SELECT e.id, e.created_at AS "createdAt", e.earned_on::text AS "earnedOn", e.format AS "formatName",
           e.credits, e.title, (SELECT count(*)::int FROM documents d WHERE d.entry_id = e.id) AS documents,
           m.id AS "memberId", m.first_name AS "firstName", m.last_name AS "lastName",
           m.member_number AS "memberNumber"
      FROM credit_entries e JOIN members m ON m.id = e.member_id
     WHERE e.accepted_at IS NULL AND e.returned_at IS NULL AND e.rejected_at IS NULL
       AND e.withdrawn_at IS NULL AND e.replaced_at IS NULL
       AND ${Prisma.join([Prisma.sql`true`, ...conditions], " AND ")}
     ORDER BY ${order.by} LIMIT ${ENTRIES_A_PAGE + 1}`;
  const page = found.slice(0, ENTRIES_A_PAGE);
  const reasons = new Map(
    (await listToAccept(page.map(({ id }) => id))).map(({ id, reason }) => [id, reason]),
  );
  const entries = page.map(({ firstName, lastName, ...entry }) => ({
    ...entry,
    member: fullName({ firstName, lastName }),
    reason: reasons.get(entry.id) ?? null,
  }));
  const last = found.length > ENTRIES_A_PAGE ? entries.at(-1) : undefined;
  return { entries, next: last ? { at: last.createdAt, id: last.id } : null };
}

/** Standing entries that repeat another of their member, the latest first, and how many more there are. */
export async function listLikelyDuplicates() {
  const byMember = new Map<string, Awaited<ReturnType<typeof listBesideOthers>>>();
  for (const entry of await listBesideOthers()) {
    const others = byMember.get(entry.memberId);
    if (others) others.push(entry);
    else byMember.set(entry.memberId, [entry]);
  }
  const found = [...byMember.values()].flatMap((entries) => {
    const twins = duplicatesAmong(entries);
    return entries.flatMap(({ id, ...entry }) => {
      const twin = twins.get(id);
      return twin ? [{ id, ...entry, otherTitle: twin.of.title }] : [];
    });
  });
  const { shown: latest, more } = firstOf(
    found.toSorted((a, b) => (a.id > b.id ? -1 : 1)),
    DUPLICATES_SHOWN,
  );
  const members = await db.member.findMany({
    where: { id: { in: latest.map(({ memberId }) => memberId) } },
    select: { id: true, firstName: true, lastName: true },
  });
  const nameOf = new Map(members.map((member) => [member.id, fullName(member)]));
  const shown = latest.map(({ id, title, earnedOn, credits, otherTitle, memberId }) => {
    return { id, title, earnedOn, credits, otherTitle, member: nameOf.get(memberId) ?? "" };
  });
  return { shown, more };
}

/** One entry as staff see it: its member, and what it does for each active cycle. */
export async function findEntryToReview(id: string, now: Date) {
  if (!isId(id)) return null;
  const found = await db.creditEntry.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: {
      ...entrySelect,
      notDuplicateAt: true,
      member: {
        select: { id: true, firstName: true, lastName: true, memberNumber: true, email: true },
      },
    },
  });
  if (!found) return null;
  const { timeZone } = await findSettings();
  const today = todayIn(timeZone, now);
  const { standings, entries } = await findStandings(found.member.id, "active", today);
  const standing = entries.filter(({ state }) => state !== "returned");
  const twins = [...duplicatesAmong(standing)];
  const effects = standings.flatMap(({ cycle, lines }) => {
    const line = lines.find(({ entryId }) => entryId === id);
    return line ? [{ program: cycle.called.code, ...line }] : [];
  });
  return {
    ...found,
    earnedOn: dayOf(found.earnedOn),
    reportedOn: dayOf(found.reportedOn),
    state: stateOf(found),
    /** It repeats another entry that stands, or another repeats it. */
    hasTwin: twins.some(([repeats, { of }]) => repeats === id || of.id === id),
    effects,
  };
}

/** An entry of the member's that was sent back and can be reported again, with its documents. */
export async function findReplaceable(memberId: string, id: string) {
  if (!isId(id)) return null;
  return db.creditEntry.findFirst({
    where: { id, memberId, returnedAt: { not: null }, replacedAt: null },
    select: {
      id: true,
      earnedOn: true,
      formatName: true,
      credits: true,
      creditTypeName: true,
      courseNumber: true,
      providerId: true,
      providerOther: true,
      title: true,
      entered: true,
      documents: { select: listedDocument },
    },
  });
}
