import "server-only";
import { standingCredits } from "@/lib/corrections/standing";
import { db, type Tx } from "@/lib/db";
import { type Change, NAMED, type Touched } from "@/lib/event-days/rules";
import { fullName } from "@/lib/members/rules";
import { Prisma } from "@/prisma/generated/client";

type Person = {
  id: string;
  firstName: string;
  lastName: string;
  memberNumber: string | null;
  locked: boolean;
  unfit: boolean;
  over: number | null;
};

type Counts = {
  people: number;
  locked: number;
  open: number;
  unfit: number;
  exceptions: number;
  digest: string;
};

/**
 * Whom a change touches: the claims with an amount on the day, or at the whole event where its end, its
 * zone or its credit type changes; of a designation those of its audience. Locked days stand, those over the new maximum as exceptions; open ones over it must be lowered
 * before they are submitted.
 * `seen` names what is listed; null: nobody is touched.
 */
export async function findTouched(
  eventId: string,
  change: Change,
  tx: Tx = db,
): Promise<Touched | null> {
  const { dayId, maximum, endsAt, timeZone, creditTypeName, designation } = change;
  const isWhole = [endsAt, timeZone, creditTypeName, designation].some(
    (each) => each !== undefined,
  );
  const audience = designation?.audience ?? "all";
  if (!isWhole && !dayId) return null;
  const touched = Prisma.sql`
    SELECT r.id, r.member_id, bool_or(c.submission_id IS NOT NULL) AS locked,
           bool_or(c.submission_id IS NULL) AS open,
           bool_or(c.submission_id IS NULL) FILTER (WHERE o.over) IS TRUE AS unfit,
           max(s.credits) FILTER (WHERE o.over) AS over
      FROM claim_days c JOIN registrations r ON r.id = c.registration_id
      JOIN registration_days d USING (registration_id, event_day_id)
      JOIN members m ON m.id = r.member_id
      LEFT JOIN professions p ON p.name = m.profession
     CROSS JOIN LATERAL (SELECT ${standingCredits} AS credits) AS s
     CROSS JOIN LATERAL (SELECT c.event_day_id = ${dayId ?? null}::uuid
         AND s.credits > ${maximum ?? null}::int AS over) AS o
     WHERE r.event_id = ${eventId}::uuid AND m.merged_into_id IS NULL AND c.credits IS NOT NULL
       AND (${audience === "all"} OR coalesce(p.physician, false) = ${audience === "physicians"})
       AND (${isWhole} OR c.event_day_id = ${dayId ?? null}::uuid)
       AND (d.withdrawn_at IS NULL OR c.submission_id IS NOT NULL)
     GROUP BY r.id, r.member_id`;
  const [[counts], people] = await Promise.all([
    tx.$queryRaw<Counts[]>`
      WITH touched AS (${touched})
      SELECT count(*)::int AS people, count(*) FILTER (WHERE locked)::int AS locked,
             count(*) FILTER (WHERE open)::int AS open, count(*) FILTER (WHERE unfit)::int AS unfit,
             count(*) FILTER (WHERE over IS NOT NULL AND NOT unfit)::int AS exceptions,
             md5(coalesce(string_agg(id::text || locked || open || unfit || (over IS NULL), ',' ORDER BY id), '')
                 || ${JSON.stringify(change)}::text) AS digest
        FROM touched`,
    tx.$queryRaw<Person[]>`
      WITH touched AS (${touched})
      SELECT t.id, m.first_name AS "firstName", m.last_name AS "lastName",
             m.member_number AS "memberNumber", t.locked, t.unfit, t.over
        FROM touched t JOIN members m ON m.id = t.member_id
       ORDER BY t.unfit DESC, t.over IS NULL, m.last_name, m.first_name, t.id LIMIT ${NAMED}`,
  ]);
  if (!counts || counts.people === 0) return null;
  const { digest, ...numbers } = counts;
  return {
    ...numbers,
    seen: digest,
    named: people.map((person) => ({ ...person, name: fullName(person) })),
  };
}
