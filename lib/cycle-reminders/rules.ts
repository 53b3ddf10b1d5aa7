import { type Day, daysBetween, shiftDay } from "@/lib/calendar";

/** The steps of the settings, "90, 30, 7", in days. */
export function stepsOf(setting: string): number[] {
  return setting.split(", ").map(Number);
}

/**
 * The end that a due date comes with: for ACSM the last day of the cycle that is to be renewed, for
 * NAAEI that of the year before the one that falls due on its first day.
 */
export function endBefore(dueOn: Day): Day {
  return shiftDay(dueOn, { days: -1 });
}

/**
 * The step that a cycle has come to on a date: of all that have been reached the nearest one, so that
 * of those missed only the last is made up for. Null: none is reached, or the end has passed.
 */
export function stepOn(today: Day, endsOn: Day, steps: readonly number[]): number | null {
  const left = daysBetween(today, endsOn);
  const reached = steps.filter((days) => left >= 0 && left <= days);
  return reached.length > 0 ? Math.min(...reached) : null;
}
