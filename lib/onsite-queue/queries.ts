import "server-only";
import { db } from "@/lib/db";
import { fullName } from "@/lib/members/rules";
import type { After } from "@/lib/page-after";
import { Prisma } from "@/prisma/generated/client";

const PLACES_A_PAGE = 50;

type WaitingPlace = {
  id: string;
  firstName: string;
  lastName: string;
  memberNumber: string | null;
  event: string;
  eventId: string;
  declaredAt: Date;
  days: number;
};

/**
 * Members who said that they registered or changed days onsite, the longest waiting first. Whoever was
 * last on the page before may wait no longer.
 */
export async function listOnsite(event: string | undefined, after: After | null) {
  const found = await db.$queryRaw<WaitingPlace[]>`
    SELECT r.id, m.first_name AS "firstName", m.last_name AS "lastName",
           m.member_number AS "memberNumber", e.title AS event, e.id AS "eventId",
           w.declared_at AS "declaredAt", w.days
      FROM (SELECT registration_id, min(declared_at) AS declared_at, count(*)::int AS days
              FROM registration_days WHERE confirmed_at IS NULL AND withdrawn_at IS NULL
             GROUP BY registration_id) AS w
      JOIN registrations r ON r.id = w.registration_id
      JOIN members m ON m.id = r.member_id JOIN events e ON e.id = r.event_id
     WHERE m.merged_into_id IS NULL AND ${event ? Prisma.sql`e.id = ${event}::uuid` : Prisma.sql`true`}
       AND ${after ? Prisma.sql`(w.declared_at, r.id) > (${after.at}, ${after.id}::uuid)` : Prisma.sql`true`}
     ORDER BY w.declared_at, r.id LIMIT ${PLACES_A_PAGE + 1}`;
  const places = found
    .slice(0, PLACES_A_PAGE)
    .map((place) => ({ ...place, name: fullName(place) }));
  const last = found.length > PLACES_A_PAGE ? places.at(-1) : undefined;
  return { places, next: last ? { at: last.declaredAt, id: last.id } : null };
}
