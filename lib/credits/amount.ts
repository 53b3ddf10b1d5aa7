/** Credits are whole hundredths and money whole cents everywhere; this file alone parses and prints them. */

const WRITTEN = /^(?:\d+(?:\.\d{1,2})?|\.\d{1,2})$/;

/** 999.99 credits, in hundredths. */
export const MOST_CREDITS = 99_999;

/** Why what was typed is not an amount of credits; null when it is one, or blank (not entered). */
export function refusalOfAmount(typed: string): string | null {
  const text = typed.trim();
  if (text !== "" && !WRITTEN.test(text)) {
    return "Enter the credits as a number with at most two decimals, such as 6.5.";
  }
  return (creditsTyped(text) ?? 0) > MOST_CREDITS ? "Enter at most 999.99 credits." : null;
}

/** Hundredths of credits typed as an amount that is not refused; null when blank. `6.5` is 650. */
export function creditsTyped(typed: string): number | null {
  const text = typed.trim();
  if (text === "") return null;
  const [whole = "", decimals = ""] = text.split(".");
  return Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
}

/** What an amount of a credit type steps in: hundredths. */
export type CreditStep = { name: string; increment: number };

/**
 * Why an amount (hundredths) is not a multiple of its credit type's increment, offering the nearest
 * two that are, neither above `most`; null when it is. The AMA's step is the quarter hour.
 */
export function refusalOfStep(
  credits: number,
  { name, increment }: CreditStep,
  most = MOST_CREDITS,
): string | null {
  const over = credits % increment;
  if (over === 0) return null;
  const below = credits - over;
  const offered = [below, below + increment].filter((amount) => amount <= most).map(printCredits);
  return `${name} goes in steps of ${printCredits(increment)}. Enter ${offered.join(" or ")}.`;
}

/** `650` is printed 6.50. */
export function printCredits(credits: number): string {
  return `${Math.trunc(credits / 100)}.${String(credits % 100).padStart(2, "0")}`;
}

/** As a gauge says it: `3200` is 32, `650` is 6.50. */
export function printBriefly(credits: number): string {
  return credits % 100 === 0 ? String(credits / 100) : printCredits(credits);
}

/** `12550` in "usd" is printed $125.50. */
export function printMoney(cents: number, currency: string): string {
  const printed = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    minimumFractionDigits: 2,
  });
  return printed.format(cents / 100);
}

/** Cents as a plain number, as forms and spreadsheets have it: "-25.00". */
export function plainMoney(cents: number): string {
  const [sign, whole] = [cents < 0 ? "-" : "", Math.abs(cents)];
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, "0")}`;
}

const MONEY = /^-?\d{1,6}(?:\.\d{1,2})?$/;

/** Cents of money typed as "-25" or "12.50"; null where it is no such amount. */
export function centsTyped(typed: string): number | null {
  const text = typed.trim();
  if (!MONEY.test(text)) return null;
  const [whole = "", decimals = ""] = text.replace("-", "").split(".");
  const cents = Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
  return text.startsWith("-") && cents > 0 ? -cents : cents;
}
