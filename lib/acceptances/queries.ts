import "server-only";
import { reasonToLook } from "@/lib/acceptances/rules";
import { duplicatesAmong } from "@/lib/allocations/duplicates";
import { dayOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { listOfTheirDays } from "@/lib/entries/queries";
import { fullName } from "@/lib/members/rules";

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
      format: { select: { documentRequired: true } },
      member: { select: { firstName: true, lastName: true } },
      _count: { select: { documents: true } },
    },
  });
  const days = found.map(({ memberId, earnedOn }) => ({ memberId, day: dayOf(earnedOn) }));
  const twins = new Map(
    [...(await listOfTheirDays(days)).values()].flatMap((entries) => [...duplicatesAmong(entries)]),
  );
  return found.map(({ id, title, memberId, member, formatName, acceptedAt, format, _count }) => ({
    id,
    memberId,
    name: `${title}, ${fullName(member)}`,
    reason: acceptedAt
      ? null
      : reasonToLook({
          twin: twins.get(id) ?? null,
          formatName,
          isDocumentRequired: format.documentRequired,
          documents: _count.documents,
        }),
  }));
}
