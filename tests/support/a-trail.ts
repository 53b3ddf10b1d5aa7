import { db } from "@/lib/db";

/** What a claim left behind, wherever one act leaves one thing. */
export async function trailOf(registrationId: string, memberId: string) {
  const [submissions, versions, entries, messages] = await Promise.all([
    db.submission.findMany({ where: { registrationId }, orderBy: { number: "asc" } }),
    versionsOf(registrationId),
    db.auditEntry.findMany({
      where: { subject: "registration", subjectId: registrationId },
      orderBy: { sequence: "asc" },
    }),
    db.message.findMany({ where: { memberId }, orderBy: { queuedAt: "asc" } }),
  ]);
  const acts = entries.map(({ act }) => act);
  return { submissions, versions, acts, entries, messages };
}

/** All versions of a claim's certificate, the first first. */
export const versionsOf = (registrationId: string) =>
  db.certificateVersion.findMany({
    where: { certificate: { registrationId } },
    orderBy: { version: "asc" },
  });

/** Every row that a claim consists of, to see that nothing was changed. */
export function everythingOf(registrationId: string) {
  return db.registration.findUniqueOrThrow({
    where: { id: registrationId },
    include: {
      days: { include: { claim: true }, orderBy: { eventDayId: "asc" } },
      submissions: true,
      requests: true,
      certificate: { include: { versions: true } },
    },
  });
}
