import "server-only";
import { dayOf } from "@/lib/calendar";
import type { AfterException } from "@/lib/claim-exceptions/schema";
import { standingCredits } from "@/lib/corrections/standing";
import { db } from "@/lib/db";
import { fullName } from "@/lib/members/rules";
import { byName } from "@/lib/places/order";
import { Prisma } from "@/prisma/generated/client";

const EXCEPTIONS_A_PAGE = 50;

type Exception = {
  id: string;
  firstName: string;
  lastName: string;
  memberNumber: string | null;
  day: Date;
  credits: number;
  maximum: number;
  withdrawnAt: Date | null;
};

/**
 * What staff have to look at of an event: days withdrawn after they were locked, and locked amounts
 * over today's maximum. They stand as they were submitted.
 */
const exceptionsOf = (eventId: string) => Prisma.sql`
  FROM registrations r
  JOIN claim_days c ON c.registration_id = r.id AND c.submission_id IS NOT NULL
  JOIN registration_days d USING (registration_id, event_day_id)
  JOIN event_days v ON v.id = c.event_day_id
  JOIN members m ON m.id = r.member_id
 CROSS JOIN LATERAL (SELECT ${standingCredits} AS credits) AS s
 WHERE r.event_id = ${eventId}::uuid AND m.merged_into_id IS NULL
   AND (d.withdrawn_at IS NOT NULL OR s.credits > v.maximum)`;

/** A page of an event's exceptions by name and day; `after` is the last of the page before. */
export async function listExceptions(eventId: string, after: AfterException | null = null) {
  const past = after
    ? Prisma.sql`(${byName}, v.day) > (SELECT ${byName}, ${after.day}::date FROM registrations r
        JOIN members m ON m.id = r.member_id WHERE r.id = ${after.id}::uuid)`
    : Prisma.sql`true`;
  const found = await db.$queryRaw<Exception[]>`
    SELECT r.id, m.first_name AS "firstName", m.last_name AS "lastName",
           m.member_number AS "memberNumber", v.day, s.credits, v.maximum,
           d.withdrawn_at AS "withdrawnAt"
    ${exceptionsOf(eventId)} AND ${past}
     ORDER BY ${byName}, v.day LIMIT ${EXCEPTIONS_A_PAGE + 1}`;
  const exceptions = found
    .slice(0, EXCEPTIONS_A_PAGE)
    .map(({ day, ...told }) => ({ ...told, day: dayOf(day), name: fullName(told) }));
  const last = found.length > EXCEPTIONS_A_PAGE ? exceptions.at(-1) : undefined;
  return { exceptions, next: last ? { id: last.id, day: last.day } : null };
}

export async function countExceptions(eventId: string): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${exceptionsOf(eventId)}`;
  return found?.count ?? 0;
}
