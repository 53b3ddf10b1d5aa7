import "server-only";
import { findStandings } from "@/lib/allocations/queries";
import { dayOf, todayIn } from "@/lib/calendar";
import { db } from "@/lib/db";
import { entrySelect } from "@/lib/entries/queries";
import { stateOf } from "@/lib/entries/rules";
import { isId } from "@/lib/ids";
import { fullName } from "@/lib/members/rules";
import { findSettings } from "@/lib/settings/queries";

const ENTRIES_A_PAGE = 20;

/** What awaits review, the oldest first; `after` is the last entry of the page before. */
export async function listAwaitingReview(after: string | null) {
  const found = await db.creditEntry.findMany({
    relationLoadStrategy: "join",
    where: {
      acceptedAt: null,
      returnedAt: null,
      rejectedAt: null,
      withdrawnAt: null,
      replacedAt: null,
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    ...(after && { cursor: { id: after }, skip: 1 }),
    take: ENTRIES_A_PAGE + 1,
    select: {
      id: true,
      createdAt: true,
      earnedOn: true,
      formatName: true,
      credits: true,
      title: true,
      member: { select: { firstName: true, lastName: true, memberNumber: true } },
      _count: { select: { documents: true } },
    },
  });
  const entries = found.slice(0, ENTRIES_A_PAGE).map(({ member, _count, ...entry }) => ({
    ...entry,
    earnedOn: dayOf(entry.earnedOn),
    member: fullName(member),
    memberNumber: member.memberNumber,
    documents: _count.documents,
  }));
  const isMore = found.length > ENTRIES_A_PAGE;
  return { entries, next: isMore ? (entries.at(-1)?.id ?? null) : null };
}

type Likely = { id: string; title: string; earnedOn: Date; credits: number; otherTitle: string } & {
  firstName: string;
  lastName: string;
};

/** Standing entries that repeat an earlier one of their member: same day, provider, and course number or name. */
export async function listLikelyDuplicates() {
  const found = await db.$queryRaw<Likely[]>`
    WITH standing AS (
      SELECT e.id, e.member_id, e.registration_id, e.earned_on, e.credits, e.title, e.source,
             coalesce(p.name_key, identifier_key(e.provider_other), own.key) AS provider_key,
             identifier_key(e.title) AS title_key, identifier_key(e.course_number) AS course_key
        FROM credit_entries e
        LEFT JOIN providers p ON p.id = e.provider_id
        CROSS JOIN (SELECT identifier_key(association_name) AS key FROM settings WHERE id = 1) own
       WHERE num_nonnulls(e.replaced_at, e.withdrawn_at, e.rejected_at, e.not_duplicate_at) = 0)
    SELECT e.id, e.title, e.earned_on AS "earnedOn", e.credits, m.first_name AS "firstName",
           m.last_name AS "lastName", min(o.title) AS "otherTitle"
      FROM standing e
      JOIN standing o ON o.member_id = e.member_id AND o.earned_on = e.earned_on
       AND o.provider_key = e.provider_key AND (o.source = 'claim' OR o.id < e.id)
       AND (o.title_key = e.title_key OR e.course_key <> '' AND o.course_key = e.course_key)
       AND o.id <> e.id AND (e.registration_id IS NULL OR e.registration_id IS DISTINCT FROM o.registration_id)
      JOIN members m ON m.id = e.member_id
     WHERE e.source <> 'claim'
     GROUP BY e.id, e.title, e.earned_on, e.credits, m.first_name, m.last_name
     ORDER BY e.id DESC LIMIT 50`;
  return found.map(({ firstName, lastName, ...entry }) => ({
    ...entry,
    earnedOn: dayOf(entry.earnedOn),
    member: fullName({ firstName, lastName }),
  }));
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
  const { standings } = await findStandings(found.member.id, "active", today);
  const effects = standings.flatMap(({ cycle, lines }) => {
    const line = lines.find(({ entryId }) => entryId === id);
    return line ? [{ program: cycle.called.code, ...line }] : [];
  });
  return {
    ...found,
    earnedOn: dayOf(found.earnedOn),
    reportedOn: dayOf(found.reportedOn),
    state: stateOf(found),
    effects,
  };
}
