import { type Day, formatLongDay } from "@/lib/calendar";
import { convert, type Entered, type Rates, type Unit } from "@/lib/conversions/rules";
import { type CreditStep, MOST_CREDITS, printBriefly, refusalOfStep } from "@/lib/credits/amount";
import { type ActiveWindow, refusalOfDate } from "@/lib/reports/dates";

/** The choice that opens a field for a provider's name. */
export const OTHER_PROVIDER = "other";
/** What the form begins with: "If you are unsure, select CEC as the default" (ACSM). */
export const USUAL_CREDIT_TYPE = "CEC";
/** College credit, which members enter in credits or, by mistake, in hours. */
export const CREDIT_HOUR = "Credit Hour";

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
