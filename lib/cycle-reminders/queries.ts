import "server-only";
import { type Day, dateOf, dayOf } from "@/lib/calendar";
import type { CycleDates } from "@/lib/certifications/rules";
import { endBefore, stepOn } from "@/lib/cycle-reminders/rules";
import { db, type Tx } from "@/lib/db";
import { type Cohort, cohortOf, type Held } from "@/lib/invoices/groups";
import { listRuledPrograms } from "@/lib/invoices/queries";
import { Prisma } from "@/prisma/generated/client";

/** Cycles of a program that have the same dates, and the step before their end that they have come to. */
export type EndingCohort = Cohort & { step: number };

/** What has come to one of the steps by a date; few, however many members there are. */
export async function listCohortsEnding(
  steps: readonly number[],
  today: Day,
): Promise<EndingCohort[]> {
  const [programs, dates] = await Promise.all([listRuledPrograms(), listOpenDates(today)]);
  return programs.flatMap((program) =>
    dates.flatMap((each) => {
      const cohort = cohortOf(program, each);
      const step = cohort && stepOn(today, endBefore(cohort.dueOn), steps);
      return cohort && step !== null ? [{ ...cohort, step }] : [];
    }),
  );
}

/**
 * The dates of all unrenewed cycles that end from a date on, each pair once: it goes from one pair to
 * the next in their index, past all cycles that share it.
 */
async function listOpenDates(from: Day): Promise<CycleDates[]> {
  const found = await db.$queryRaw<{ startsOn: Date; endsOn: Date }[]>`
    WITH RECURSIVE pairs AS (
      (SELECT ends_on, starts_on FROM cycles WHERE renewed_at IS NULL AND ends_on >= ${dateOf(from)}::date
        ORDER BY ends_on, starts_on LIMIT 1)
      UNION ALL
      SELECT following.* FROM pairs, LATERAL (
        SELECT y.ends_on, y.starts_on FROM cycles y
          WHERE y.renewed_at IS NULL AND (y.ends_on, y.starts_on) > (pairs.ends_on, pairs.starts_on)
          ORDER BY y.ends_on, y.starts_on LIMIT 1) following)
    SELECT ends_on AS "endsOn", starts_on AS "startsOn" FROM pairs`;
  return found.map(({ startsOn, endsOn }) => {
    return { startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) };
  });
}

/**
 * Cycles of these cohorts whose members were not told of the step, nor of a nearer one, and of no other
 * cycle today: what comes a moment later waits for tomorrow's mail.
 */
function toRemind(cohorts: readonly EndingCohort[], today: Day): Prisma.Sql {
  return Prisma.sql`
    unnest(${cohorts.map(({ programCode }) => programCode)}::text[],
        ${cohorts.map(({ startsOn }) => startsOn)}::date[], ${cohorts.map(({ endsOn }) => endsOn)}::date[],
        ${cohorts.map(({ step }) => step)}::int[], ${cohorts.map((_, place) => place)}::int[])
      AS o (code, starts_on, ends_on, step, place)
    JOIN cycles y ON y.ends_on = o.ends_on AND y.starts_on = o.starts_on AND y.renewed_at IS NULL
    JOIN certifications c ON c.id = y.certification_id AND c.program_code = o.code
    JOIN members m ON m.id = c.member_id AND m.retired_at IS NULL
    WHERE NOT EXISTS (
        SELECT FROM cycle_reminders told WHERE told.cycle_id = y.id AND told.days_before <= o.step)
      AND NOT EXISTS (
        SELECT FROM certifications oc JOIN cycles oy ON oy.certification_id = oc.id
          JOIN cycle_reminders told ON told.cycle_id = oy.id
          WHERE oc.member_id = m.id AND told.reminded_on = ${today}::date)`;
}

/** Members who hold such cycles, by id: those after `after`. */
export async function listMembersToRemind(
  cohorts: readonly EndingCohort[],
  { today, after, most }: { today: Day; after: string | null; most: number },
): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m.id FROM ${toRemind(cohorts, today)}
        AND (${after}::uuid IS NULL OR m.id > ${after}::uuid)
      ORDER BY m.id LIMIT ${most}`;
  return found.map(({ id }) => id);
}

type Row = {
  cycleId: string;
  memberId: string;
  renewalId: string | null;
  place: number;
  firstName: string;
  email: string;
};

export type EndingCycle = Held & Omit<Row, "place"> & { step: number };

/**
 * Writes down that the members are told, and answers of what: of each cycle and step once, so whoever
 * tells the same at the same time waits here, and then has nothing left.
 */
export async function takeReminders(
  tx: Tx,
  cohorts: readonly EndingCohort[],
  { memberIds, today }: { memberIds: readonly string[]; today: Day },
): Promise<EndingCycle[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH ending AS (
      SELECT y.id AS cycle_id, y.renewal_id, o.step, o.place, m.id AS member_id, m.first_name, m.email
        FROM ${toRemind(cohorts, today)} AND m.id = ANY(${memberIds}::uuid[])),
    taken AS (
      INSERT INTO cycle_reminders (cycle_id, days_before, reminded_on)
      SELECT cycle_id, step, ${today}::date FROM ending ORDER BY cycle_id
      ON CONFLICT DO NOTHING RETURNING cycle_id)
    SELECT cycle_id AS "cycleId", member_id AS "memberId", renewal_id AS "renewalId", place,
        first_name AS "firstName", email
      FROM ending JOIN taken USING (cycle_id) ORDER BY member_id, place`;
  return rows.flatMap(({ place, ...row }) => {
    const cohort = cohorts[place];
    return cohort ? [{ ...cohort, ...row }] : [];
  });
}
