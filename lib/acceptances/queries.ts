import "server-only";
import { reasonToLook } from "@/lib/acceptances/rules";
import { duplicatesAmong } from "@/lib/allocations/duplicates";
import { dayOf, formatDay } from "@/lib/calendar";
import { db } from "@/lib/db";
import { stateOf } from "@/lib/entries/rules";
import { fullName } from "@/lib/members/rules";
import { listOfTheirDays } from "@/lib/standing-entries/queries";

/** Entries with why each is looked at by itself while it awaits review; null: nothing asks for it. */
export async function listToAccept(ids: readonly string[]) {
  if (ids.length === 0) return [];
  const found = await db.creditEntry.findMany({
    relationLoadStrategy: "join",
    where: { id: { in: [...ids] } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      memberId: true,
      earnedOn: true,
      formatName: true,
      acceptedAt: true,
      returnedAt: true,
      rejectedAt: true,
      withdrawnAt: true,
      replacedAt: true,
      format: { select: { documentRequired: true } },
      member: { select: { firstName: true, lastName: true } },
      _count: { select: { documents: true } },
    },
  });
  const days = found.map(({ memberId, earnedOn }) => ({ memberId, day: dayOf(earnedOn) }));
  const twins = new Map(
    [...(await listOfTheirDays(days)).values()].flatMap((entries) => [...duplicatesAmong(entries)]),
  );
  return found.map((entry) => ({
    id: entry.id,
    memberId: entry.memberId,
    name: `${entry.title}, ${formatDay(dayOf(entry.earnedOn))}, ${fullName(entry.member)}`,
    reason:
      stateOf(entry) === "awaiting review"
        ? reasonToLook({
            twin: twins.get(entry.id) ?? null,
            formatName: entry.formatName,
            isDocumentRequired: entry.format.documentRequired,
            documents: entry._count.documents,
          })
        : null,
  }));
}
