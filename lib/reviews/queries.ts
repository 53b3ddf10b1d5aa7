import "server-only";
import { duplicatesAmong } from "@/lib/allocations/duplicates";
import { findStandings } from "@/lib/allocations/queries";
import { dayOf, todayIn } from "@/lib/calendar";
import { db } from "@/lib/db";
import { listedDocument } from "@/lib/documents/queries";
import { entrySelect, listBesideOthers } from "@/lib/entries/queries";
import { stateOf } from "@/lib/entries/rules";
import { isId } from "@/lib/ids";
import { fullName } from "@/lib/members/rules";
import { type After, laterThan } from "@/lib/page-after";
import { findSettings } from "@/lib/settings/queries";

const ENTRIES_A_PAGE = 20;
const DUPLICATES_SHOWN = 50;

/** What awaits review, the oldest first. */
export async function listAwaitingReview(after: After | null) {
  const found = await db.creditEntry.findMany({
    relationLoadStrategy: "join",
    where: {
      acceptedAt: null,
      returnedAt: null,
      rejectedAt: null,
      withdrawnAt: null,
      replacedAt: null,
      ...(after && laterThan("createdAt", after)),
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
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
  const last = found.length > ENTRIES_A_PAGE ? entries.at(-1) : undefined;
  return { entries, next: last ? { at: last.createdAt, id: last.id } : null };
}

/** Standing entries that repeat another of their member, the latest first. */
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
  const latest = found.toSorted((a, b) => (a.id > b.id ? -1 : 1)).slice(0, DUPLICATES_SHOWN);
  const members = await db.member.findMany({
    where: { id: { in: latest.map(({ memberId }) => memberId) } },
    select: { id: true, firstName: true, lastName: true },
  });
  const nameOf = new Map(members.map((member) => [member.id, fullName(member)]));
  return latest.map(({ id, title, earnedOn, credits, otherTitle, memberId }) => {
    return { id, title, earnedOn, credits, otherTitle, member: nameOf.get(memberId) ?? "" };
  });
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
