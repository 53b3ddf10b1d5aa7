import "server-only";
import { dayOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { RegistrationSource } from "@/prisma/generated/enums";

const PLACES_A_PAGE = 50;

type Place = {
  id: string;
  eventId: string;
  number: string | null;
  source: RegistrationSource;
  title: string;
  firstOn: Date | null;
  lastOn: Date | null;
  certificate: string | null;
  submissions: number;
};

const order = Prisma.sql`coalesce(e.last_on, 'infinity'), r.id`;

/** A page of the member's places at events, the latest first; `after` is the last of the page before. */
export async function listMemberPlaces(memberId: string, after: string | undefined) {
  const past = after
    ? Prisma.sql`(${order}) < (SELECT ${order} FROM registrations r
        JOIN events e ON e.id = r.event_id WHERE r.id = ${after}::uuid)`
    : Prisma.sql`true`;
  const found = await db.$queryRaw<Place[]>`
    SELECT r.id, r.event_id AS "eventId", r.number, r.source, e.title, e.first_on AS "firstOn", e.last_on AS "lastOn",
           c.number AS certificate,
           (SELECT count(*)::int FROM submissions s WHERE s.registration_id = r.id) AS submissions
      FROM registrations r JOIN events e ON e.id = r.event_id
      LEFT JOIN certificates c ON c.registration_id = r.id
     WHERE r.member_id = ${memberId}::uuid AND ${past}
     ORDER BY coalesce(e.last_on, 'infinity') DESC, r.id DESC LIMIT ${PLACES_A_PAGE + 1}`;
  const places = found.slice(0, PLACES_A_PAGE).map(({ firstOn, lastOn, ...place }) => ({
    ...place,
    firstOn: firstOn && dayOf(firstOn),
    lastOn: lastOn && dayOf(lastOn),
  }));
  return { places, next: found.length > PLACES_A_PAGE ? (places.at(-1)?.id ?? null) : null };
}

export type MemberPlace = Awaited<ReturnType<typeof listMemberPlaces>>["places"][number];
