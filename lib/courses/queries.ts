import "server-only";
import { dayOf } from "@/lib/calendar";
import { db } from "@/lib/db";

/** What providers posted for a member, and the online courses on the record; the latest first. */
export async function listCourses(memberId: string) {
  const entries = await db.creditEntry.findMany({
    relationLoadStrategy: "join",
    where: {
      memberId,
      replacedAt: null,
      withdrawnAt: null,
      rejectedAt: null,
      OR: [{ source: "provider_post" }, { formatName: "Online course" }],
    },
    orderBy: [{ earnedOn: "desc" }, { id: "desc" }],
    select: {
      id: true,
      earnedOn: true,
      title: true,
      courseNumber: true,
      credits: true,
      creditTypeName: true,
      providerOther: true,
      provider: { select: { name: true } },
    },
  });
  return entries.map(({ earnedOn, ...entry }) => ({ ...entry, earnedOn: dayOf(earnedOn) }));
}
