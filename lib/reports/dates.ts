import { type Day, formatLongDay, isDay } from "@/lib/calendar";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ORDERS = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
  /^(?<day>\d{1,2}) (?<name>\p{L}{3,9})\.?,? (?<year>\d{4})$/u,
  /^(?<name>\p{L}{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/u,
];

/** The date that was typed: 2026-03-14, 3/14/2026 (month first), 14 Mar 2026, March 14, 2026; null: none. */
export function dayTyped(typed: string): Day | null {
  const text = typed.trim().replaceAll(/\s+/g, " ");
  for (const order of ORDERS) {
    const { year, month, name, day = "" } = order.exec(text)?.groups ?? {};
    if (year === undefined) continue;
    const number = month ?? String(MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1);
    const date = `${year}-${number.padStart(2, "0")}-${day.padStart(2, "0")}`;
    return isDay(date) && !year.startsWith("0") ? date : null;
  }
  return null;
}

/** A program and the dates, edges inclusive, in which credit for the member's active cycle may be earned. */
export type ActiveWindow = { program: string; from: Day; to: Day };

/** Why credit earned on that day cannot be reported; null when it can. The valid ranges are named. */
export function refusalOfDate(
  day: Day,
  windows: readonly ActiveWindow[],
  today: Day,
): string | null {
  if (windows.length === 0) return NO_ACTIVE_CYCLE;
  if (day > today) {
    return `This date is in the future: today is ${formatLongDay(today)}. ${wordsForWindows(windows)}`;
  }
  const fits = windows.some(({ from, to }) => from <= day && day <= to);
  return fits ? null : `This date is outside your active cycles. ${wordsForWindows(windows)}`;
}

export const NO_ACTIVE_CYCLE =
  "You hold no certification with an active cycle, so no credit can be reported.";

/** "Credit counts when earned from 1 January 2024 to 31 December 2026 (CPT) or …." */
export function wordsForWindows(windows: readonly ActiveWindow[]): string {
  const programs = new Map<string, string[]>();
  for (const { program, from, to } of windows) {
    const range = `${formatLongDay(from)} to ${formatLongDay(to)}`;
    programs.set(range, [...(programs.get(range) ?? []), program]);
  }
  const ranges = [...programs].map(([range, held]) => `${range} (${held.join(", ")})`);
  return `Credit counts when earned from ${ranges.join(" or from ")}.`;
}
