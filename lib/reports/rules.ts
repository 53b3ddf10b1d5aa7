import { type Day, formatLongDay, isDay } from "@/lib/calendar";
import { convert, type Entered, type Rates, type Unit } from "@/lib/conversions/rules";
import { type CreditStep, MOST_CREDITS, printBriefly, refusalOfStep } from "@/lib/credits/amount";

/** The choice that opens a field for a provider's name. */
export const OTHER_PROVIDER = "other";
/** What the form begins with: "If you are unsure, select CEC as the default" (ACSM). */
export const USUAL_CREDIT_TYPE = "CEC";
/** College credit, which members enter in credits or, by mistake, in hours. */
export const CREDIT_HOUR = "Credit Hour";

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

type Amounts = {
  /** As typed; null: left for the conversion to fill. */
  credits: number | null;
  creditType: string;
  convertFrom: Unit;
  convertAmount: number | null;
  creditsMeant: "credits" | "hours" | null;
};

/**
 * The credits that a report is of, in hundredths, and what was entered to be converted (null: nothing).
 * The field is what counts; the conversion fills it where it was left blank, and is kept beside it.
 */
export function creditsReported(
  { credits, creditType, convertFrom, convertAmount, creditsMeant }: Amounts,
  rates: Rates,
): { credits: number; entered: Entered | null } {
  const asHours =
    creditsMeant === "hours" && credits !== null && mayBeHours(creditType, credits, rates);
  const entered: Entered | null = asHours
    ? { from: "hours", amount: credits }
    : convertAmount === null
      ? null
      : { from: convertFrom, amount: convertAmount };
  const converted = entered && (convert(entered, rates) ?? MOST_CREDITS + 1);
  return { credits: (asHours ? converted : (credits ?? converted)) ?? 0, entered };
}

/** What was typed, as the schema reads it, with what the records say about its choices. */
export type Judged = {
  earnedOn: Day;
  credits: number;
  documents: number;
  /** Answers to what was asked back. */
  creditsMeant: "credits" | "hours" | null;
  isSeenAsDuplicate: boolean;
  /** Null: there is no such choice. */
  format: { documentRequired: boolean } | null;
  creditType: CreditStep | null;
  provider: object | null;
  windows: readonly ActiveWindow[];
  today: Day;
  asks: Asks;
};

/** Every reason why a report cannot be saved as it stands, by field; none when it can. */
export function refusalsOfReport(judged: Judged): Record<string, string> {
  const { format, creditType } = judged;
  const refusals: [string, string | null][] = [
    ["earnedOn", refusalOfDate(judged.earnedOn, judged.windows, judged.today)],
    ["format", format ? null : "Choose a format from the list."],
    ["creditType", creditType ? null : "Choose a credit type from the list."],
    ["credits", refusalOfCredits(judged)],
    ["provider", judged.provider ? null : "Choose a provider from the list, or Other."],
    [
      "documents",
      format?.documentRequired && judged.documents === 0
        ? "This format needs a document, such as a certificate or a transcript."
        : null,
    ],
    ["creditsMeant", judged.creditsMeant ? null : judged.asks.hours],
    ["duplicate", judged.isSeenAsDuplicate ? null : judged.asks.duplicate],
  ];
  return Object.fromEntries(refusals.filter((each): each is [string, string] => each[1] !== null));
}

function refusalOfCredits({ credits, creditType }: Judged): string | null {
  if (credits > MOST_CREDITS) return "Enter at most 999.99 credits.";
  return creditType && refusalOfStep(credits, creditType);
}

/** What is asked back before a report is saved, until it is answered; null: nothing. */
export type Asks = { hours: string | null; duplicate: string | null };

/**
 * College credit is entered converted (ACSM: "the form does not automatically change that for you"),
 * so an amount that may be hours is asked about: "3 CECs, or 3 credit hours (30)?"
 */
export function questionOfHours(
  { credits, creditType, convertAmount }: Amounts,
  rates: Pick<Rates, "collegeHourFactor">,
): string | null {
  if (credits === null || convertAmount !== null || !mayBeHours(creditType, credits, rates)) {
    return null;
  }
  const hours = printBriefly(credits);
  return `${hours} CECs, or ${hours} credit hours (${printBriefly(credits * rates.collegeHourFactor)})?`;
}

/** 30 credits of type Credit Hour are 30, never 300: only fewer than one hour comes to may be hours. */
function mayBeHours(
  creditType: string,
  credits: number,
  { collegeHourFactor }: Pick<Rates, "collegeHourFactor">,
): boolean {
  return creditType === CREDIT_HOUR && credits > 0 && credits < collegeHourFactor * 100;
}

export function wordsForDuplicate({ title, earnedOn }: { title: string; earnedOn: Day }): string {
  return `This looks like “${title}” of ${formatLongDay(earnedOn)}, which is on your record already. Duplicates are never counted twice.`;
}
