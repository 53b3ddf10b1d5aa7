import "server-only";
import { type Day, dateOf, dayOf } from "@/lib/calendar";
import {
  type CycleDates,
  dueOn,
  lapsesOn,
  lateFeeFrom,
  renewedPeriod,
  stateOf,
  versionOf,
  windowOf,
} from "@/lib/certifications/rules";
import { db, type Tx } from "@/lib/db";
import { versionsOf } from "@/lib/programs/queries";
import { nameOn } from "@/lib/programs/rules";
import { Prisma } from "@/prisma/generated/client";

/** Every cycle of a member with the rules it is judged by, by program, latest first. */
export function listCycles(memberId: string, today: Day) {
  return listWhere(Prisma.sql`c.member_id = ${memberId}::uuid`, today);
}

/** The cycles that the member gathers credit for. */
export async function listActiveCycles(memberId: string, today: Day, tx: Tx = db) {
  const unrenewed = Prisma.sql`c.member_id = ${memberId}::uuid AND y.renewed_at IS NULL`;
  const cycles = await listWhere(unrenewed, today, tx);
  return cycles.filter(({ state }) => state === "active");
}

/** What a member has to renew next of each program: the first cycle that is neither renewed nor lapsed. */
export async function listCyclesToRenew(memberId: string, today: Day) {
  const cycles = await listCycles(memberId, today);
  const open = cycles
    .filter(({ state }) => state === "active" || state === "not begun")
    .toReversed();
  return open.filter(
    ({ programCode }, place) =>
      open.findIndex((each) => each.programCode === programCode) === place,
  );
}

export type ListedCycle = Awaited<ReturnType<typeof listCycles>>[number];

type Row = {
  id: string;
  startsOn: Date;
  endsOn: Date;
  renewedAt: Date | null;
  ruleVersionId: string | null;
  /** Null: not invoiced. */
  renewalId: string | null;
  /** What the invoice asks for that is for this cycle alone, which binds. Null: there is none. */
  figures: { requiredCredits: number; minimumCredits: number } | null;
  programCode: string;
  names: { code: string; name: string; fromOn: Day }[];
  versions: { id: string; fromOn: Day; terms: unknown }[] | null;
  participation: string[];
};

/** One round trip, since the dashboard waits for it: cycles with their programs' names and rules. */
async function listWhere(where: Prisma.Sql, today: Day, tx: Tx = db) {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT y.id, y.starts_on AS "startsOn", y.ends_on AS "endsOn", y.renewed_at AS "renewedAt",
        y.rule_version_id AS "ruleVersionId", y.renewal_id AS "renewalId", c.program_code AS "programCode",
        (SELECT json_agg(json_build_object('code', n.code, 'name', n.name, 'fromOn', n.from_on))
          FROM program_names n WHERE n.program_code = c.program_code) AS names,
        (SELECT json_agg(json_build_object('id', v.id, 'fromOn', v.from_on, 'terms', v.terms))
          FROM rule_versions v WHERE v.program_code = c.program_code) AS versions,
        ARRAY(SELECT name FROM formats WHERE participation) AS participation,
        (SELECT json_build_object('requiredCredits', i.required_credits, 'minimumCredits', i.minimum_credits)
          FROM invoices i WHERE i.renewal_id = y.renewal_id AND i.voided_at IS NULL
            AND NOT EXISTS (SELECT FROM cycles o WHERE o.renewal_id = y.renewal_id AND o.id <> y.id)) AS figures
      FROM cycles y JOIN certifications c ON c.id = y.certification_id
      WHERE ${where} ORDER BY c.program_code, y.starts_on DESC`;
  return rows.flatMap(({ names, versions, participation, ...row }) => {
    const cycle = { ...row, startsOn: dayOf(row.startsOn), endsOn: dayOf(row.endsOn) };
    const all = versionsOf(versions ?? [], participation);
    const version = versionOf(cycle, all);
    // Without rules nobody can say what counts; a program's first version covers all its past.
    if (!version) return [];
    const { terms } = version;
    return {
      ...cycle,
      /** Code and name as on its first day: NALP until 2021, CALP since. */
      called: nameOn(names, cycle.startsOn),
      /** The period that it is renewed for. */
      renews: renewedPeriod(cycle, terms, all),
      terms,
      window: windowOf(cycle, terms),
      dueOn: dueOn(cycle, terms),
      lateFeeFrom: lateFeeFrom(cycle, terms),
      lapsesOn: lapsesOn(cycle, terms),
      state: stateOf(cycle, terms, today),
    };
  });
}

/** Certifications of a program that have the same last cycle and the same first unrenewed one. */
export type Cohort = {
  programCode: string;
  last: CycleDates;
  /** Null: every cycle is renewed. */
  unrenewed: CycleDates | null;
};

const HOLDINGS = Prisma.sql`
  SELECT c.id, c.program_code, max(y.starts_on) AS starts_on, max(y.ends_on) AS ends_on,
      min(y.starts_on) FILTER (WHERE y.renewed_at IS NULL) AS open_from,
      min(y.ends_on) FILTER (WHERE y.renewed_at IS NULL) AS open_to
    FROM cycles y JOIN certifications c ON c.id = y.certification_id GROUP BY c.id`;

/** Few, however many members there are: most cycles of a program begin on the same days. */
export async function listCohorts(): Promise<Cohort[]> {
  const found = await db.$queryRaw<
    { code: string; starts: Date; ends: Date; from: Date | null; to: Date | null }[]
  >`
    SELECT DISTINCT program_code AS code, starts_on AS starts, ends_on AS ends, open_from AS "from", open_to AS "to"
      FROM (${HOLDINGS}) held`;
  return found.map(({ code, starts, ends, from, to }) => ({
    programCode: code,
    last: { startsOn: dayOf(starts), endsOn: dayOf(ends) },
    unrenewed: from && to && { startsOn: dayOf(from), endsOn: dayOf(to) },
  }));
}

export async function listCertificationsOf({ programCode, last, unrenewed }: Cohort) {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${HOLDINGS}) held
      WHERE program_code = ${programCode} AND starts_on = ${dateOf(last.startsOn)}::date
        AND open_from IS NOT DISTINCT FROM ${unrenewed && dateOf(unrenewed.startsOn)}::date
        AND ends_on = ${dateOf(last.endsOn)}::date`;
  return found.map(({ id }) => id);
}
