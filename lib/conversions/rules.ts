import { MOST_CREDITS, printCredits } from "@/lib/credits/amount";

/** What other bodies count in, and the words for it. */
export const UNITS = {
  hours: "college credit hours",
  ceus: "CEUs",
  minutes: "minutes",
} as const;

export type Unit = keyof typeof UNITS;

/** What a member entered to have it converted: hundredths of the unit. */
export type Entered = { from: Unit; amount: number };

/** How many credits a unit comes to; all of it is data. */
export type Rates = {
  collegeHourFactor: number;
  ceuFactor: number;
  /** Of the credit type that is earned. */
  minutesPerCredit: number;
  /** Hundredths; what the product computes is rounded to a multiple of it, half up. */
  increment: number;
};

/** What an amount comes to, in hundredths; null when it is more than can be reported. */
export function convert({ from, amount }: Entered, rates: Rates): number | null {
  const { times, over } = ratio(from, rates);
  const step = rates.increment * over;
  const credits = Math.floor((2 * amount * times + step) / (2 * step)) * rates.increment;
  return credits > MOST_CREDITS ? null : credits;
}

/** "3.00 college credit hours × 10 = 30.00", "100 minutes ÷ 60 = 1.67, rounded to 1.75" */
export function conversionWords(entered: Entered, rates: Rates): string {
  const { from, amount } = entered;
  const { times, over } = ratio(from, rates);
  const credits = convert(entered, rates);
  if (credits === null) return `That is more than ${printCredits(MOST_CREDITS)}.`;
  const exact = (amount * times) / over;
  const rounded = exact === credits ? "" : `, rounded to ${printCredits(credits)}`;
  const how = from === "minutes" ? `÷ ${over}` : `× ${times}`;
  return `${printAmount(entered)} ${UNITS[from]} ${how} = ${printCredits(Math.round(exact))}${rounded}`;
}

function printAmount({ from, amount }: Entered): string {
  const whole = from === "minutes" && amount % 100 === 0;
  return whole ? String(amount / 100) : printCredits(amount);
}

function ratio(from: Unit, rates: Rates): { times: number; over: number } {
  if (from === "minutes") return { times: 1, over: rates.minutesPerCredit };
  return { times: from === "hours" ? rates.collegeHourFactor : rates.ceuFactor, over: 1 };
}
