import { type Day, shiftDay } from "@/lib/calendar";
import { type RuleVersion, type TermsInForce, versionOn } from "@/lib/programs/rules";

/** A period of validity, edges inclusive. */
export type CycleDates = { startsOn: Day; endsOn: Day };

type Dates = Pick<TermsInForce, "due" | "lateFeeAfterMonths" | "lapseAfterMonths" | "window">;

/** When the renewal that the cycle asks for falls due: ACSM after its end, NAAEI on its first day. */
export function dueOn({ startsOn, endsOn }: CycleDates, { due }: Pick<Dates, "due">): Day {
  return due === "first day" ? startsOn : shiftDay(endsOn, { days: 1 });
}

/** From that day on the late fee is added. */
export function lateFeeFrom(cycle: CycleDates, terms: Dates): Day {
  return shiftDay(dueOn(cycle, terms), { months: terms.lateFeeAfterMonths });
}

/** From that day on the cycle has lapsed unless it is renewed; null: it never does. */
export function lapsesOn(cycle: CycleDates, terms: Dates): Day | null {
  if (terms.lapseAfterMonths === null) return null;
  return shiftDay(dueOn(cycle, terms), { months: terms.lapseAfterMonths });
}

/** The dates, edges inclusive, in which credit for the cycle may be earned. */
export function windowOf(cycle: CycleDates, terms: Dates): { from: Day; to: Day } {
  const { window } = terms;
  const due = dueOn(cycle, terms);
  if (window.is === "cycle") return { from: cycle.startsOn, to: cycle.endsOn };
  if (window.is === "previous calendar year") {
    const year = shiftDay(due, { years: -1 }).slice(0, 4);
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
  const to = window.endingOn === "due" ? due : (lapsesOn(cycle, terms) ?? due);
  // The month ending on 31 March begins on the 1st, also after a February without a 31st.
  const from = shiftDay(shiftDay(to, { days: 1 }), { months: -window.months });
  return { from, to };
}

export type CycleState = "not begun" | "active" | "lapsed" | "renewed";

/** How a cycle stands: its window opens it, renewal or lapse ends it. */
export function stateOf(
  cycle: CycleDates & { renewedAt: Date | null },
  terms: Dates,
  today: Day,
): CycleState {
  if (cycle.renewedAt) return "renewed";
  if (hasLapsed(cycle, terms, today)) return "lapsed";
  return windowOf(cycle, terms).from <= today ? "active" : "not begun";
}

/** Whether an unrenewed cycle has lapsed by a day. */
export function hasLapsed(cycle: CycleDates, terms: Dates, day: Day): boolean {
  const lapse = lapsesOn(cycle, terms);
  return lapse !== null && lapse <= day;
}

/** The cycle that follows without a gap. */
export function nextCycle(
  { endsOn }: CycleDates,
  { cycleYears }: Pick<TermsInForce, "cycleYears">,
): CycleDates {
  const startsOn = shiftDay(endsOn, { days: 1 });
  return { startsOn, endsOn: shiftDay(shiftDay(startsOn, { years: cycleYears }), { days: -1 }) };
}

/**
 * The period that renewing a cycle makes valid: NAAEI renews the year that begins with the due date,
 * ACSM the cycle after the one that has ended, of the length in force then.
 */
export function renewedPeriod(
  { startsOn, endsOn }: CycleDates,
  terms: Dates & Pick<TermsInForce, "cycleYears">,
  versions: readonly Pick<RuleVersion, "fromOn" | "terms">[],
): CycleDates {
  const dates = { startsOn, endsOn };
  const due = dueOn(dates, terms);
  if (due <= startsOn) return dates;
  return nextCycle(dates, versionOn(versions, due)?.terms ?? terms);
}

/**
 * The version that a cycle is judged by: the one it was renewed under, else the one in force on its
 * due date; null where none is. The due date follows from the version, so the latest fitting one wins.
 */
export function versionOf<Version extends Pick<RuleVersion, "id" | "fromOn"> & { terms: Dates }>(
  cycle: CycleDates & { ruleVersionId?: string | null },
  versions: readonly Version[],
): Version | null {
  const kept = cycle.ruleVersionId && versions.find(({ id }) => id === cycle.ruleVersionId);
  if (kept) return kept;
  const latestFirst = versions.toSorted((a, b) => (a.fromOn > b.fromOn ? -1 : 1));
  return latestFirst.find(({ fromOn, terms }) => fromOn <= dueOn(cycle, terms)) ?? null;
}

/**
 * How an imported cycle stands, which the member holds: one that falls due on its first day is
 * renewed, one that falls due after its end is open unless a later cycle of the program is held.
 */
export function importedCycleState(
  cycle: CycleDates,
  terms: Dates,
  isLaterHeld: boolean,
): "renewed" | "open" {
  return isLaterHeld || dueOn(cycle, terms) <= cycle.startsOn ? "renewed" : "open";
}
