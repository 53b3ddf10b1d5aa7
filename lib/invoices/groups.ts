import { type Day, shiftDay } from "@/lib/calendar";
import {
  type CycleDates,
  dueOn,
  hasLapsed,
  lapsesOn,
  lateFeeFrom,
  renewedPeriod,
  versionOf,
  windowOf,
} from "@/lib/certifications/rules";
import { nameOn, type RuleVersion } from "@/lib/programs/rules";
import { combineTerms } from "@/lib/renewals/rules";

/** A program with its names and rules. */
export type Ruled = {
  code: string;
  names: readonly { code: string; name: string; fromOn: Day }[];
  versions: readonly RuleVersion[];
};

/** Cycles of a program that have the same dates, judged once for all who hold them. */
export type Cohort = NonNullable<ReturnType<typeof cohortOf>>;

export function cohortOf({ code, names, versions }: Ruled, dates: CycleDates) {
  const version = versionOf(dates, versions);
  if (!version) return null;
  const { terms } = version;
  return {
    programCode: code,
    code: nameOn(names, dates.startsOn).code,
    ...dates,
    /** The period that it is renewed for. */
    renews: renewedPeriod(dates, terms, versions),
    terms,
    dueOn: dueOn(dates, terms),
    window: windowOf(dates, terms),
    lateFeeFrom: lateFeeFrom(dates, terms),
    lapsesOn: lapsesOn(dates, terms),
  };
}

/** The first day on which the invoice of a renewal is issued. */
export function issuedFrom(due: Day, daysBefore: number): Day {
  return shiftDay(due, { days: -daysBefore });
}

/** Whether an invoice is due to be issued; a missed day is made up for, a lapsed cycle is not. */
export function isToIssue(cohort: Cohort, daysBefore: number, today: Day): boolean {
  return issuedFrom(cohort.dueOn, daysBefore) <= today && !hasLapsed(cohort, cohort.terms, today);
}

/** A cycle that a member holds, as its cohort is judged. */
export type Held = Cohort & { cycleId: string; memberId: string };

type Grouped = Omit<Cohort, "programCode"> & { memberId: string };

/**
 * Which cycles of members renew together: those of one member with the same due date and window. Dates
 * that differ among them are the earliest, as the rules of each demand.
 */
export function groupsOf<Each extends Grouped>(cycles: readonly Each[]) {
  const byKey = new Map<string, [Each, ...Each[]]>();
  for (const cycle of cycles) {
    const key = [cycle.memberId, cycle.dueOn, cycle.window.from, cycle.window.to].join(" ");
    const group = byKey.get(key);
    if (group) group.push(cycle);
    else byKey.set(key, [cycle]);
  }
  return [...byKey.values()].map((group) => {
    const [{ memberId, dueOn, window }] = group;
    return {
      memberId,
      dueOn,
      window,
      lateFeeFrom: earliest(group.map((cycle) => cycle.lateFeeFrom)) ?? dueOn,
      lapsesOn: earliest(group.flatMap((cycle) => cycle.lapsesOn ?? [])),
      terms: combineTerms(group.map(({ terms }) => terms)),
      cycles: group.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    };
  });
}

function earliest(days: readonly Day[]): Day | null {
  return days.toSorted()[0] ?? null;
}
