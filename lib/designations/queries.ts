import "server-only";
import { db, type Tx } from "@/lib/db";
import type { Audience } from "@/prisma/generated/enums";

/** How many certificates state a designation: those of its event, credit type and audience. */
export async function findUseOf(
  eventId: string,
  { creditTypeName, audience }: { creditTypeName: string; audience: Audience },
  tx: Tx = db,
): Promise<number> {
  const states = JSON.stringify([{ creditType: creditTypeName }]);
  const [found] = await tx.$queryRaw<{ certificates: number }[]>`
    SELECT count(DISTINCT c.number)::int AS certificates
      FROM registrations r
      JOIN certificates c ON c.registration_id = r.id
      JOIN certificate_versions v ON v.certificate_number = c.number
      JOIN members m ON m.id = r.member_id
      LEFT JOIN professions p ON p.name = m.profession
     WHERE r.event_id = ${eventId}::uuid AND v.facts -> 'statements' @> ${states}::jsonb
       AND (${audience === "all"} OR coalesce(p.physician, false) = ${audience === "physicians"})`;
  return found?.certificates ?? 0;
}
