import { type Day, formatLongDay } from "@/lib/calendar";
import { printBriefly, printCredits, printMoney } from "@/lib/credits/amount";
import { type Cap, capName, type TermsInForce } from "@/lib/programs/rules";
import { capital } from "@/lib/sentences";
import type { EntrySource } from "@/prisma/generated/enums";

export const SOURCES: Record<EntrySource, string> = {
  claim: "claims",
  self_report: "self-reports",
  provider_post: "provider posts",
  reporting_form: "approved form lines",
  staff: "entries by staff",
  import: "imported entries",
};

const PERIODS = {
  "calendar year": "in a calendar year",
  "cycle year": "in a year of the cycle",
  cycle: "in a cycle",
};

/** "At most 5.00 CPR/first aid in a calendar year, from 1 January 2025": without its full stop. */
export function capWords(cap: Cap): string {
  const dates = [
    cap.from && `from ${formatLongDay(cap.from)}`,
    cap.to && `until ${formatLongDay(cap.to)}`,
  ].filter(Boolean);
  const most = `At most ${printCredits(cap.credits)} ${capName(cap)} ${PERIODS[cap.per]}`;
  return dates.length > 0 ? `${most}, ${dates.join(" ")}` : most;
}

/** "8 CECs, of them 5 in-network" */
export function requiredWords({ required, minimums }: TermsInForce): string {
  const least = minimums
    .filter(({ credits }) => credits > 0)
    .map(({ of, credits }) => `, of them ${printBriefly(credits)} ${of}`);
  return `${printBriefly(required)} ${required === 100 ? "CEC" : "CECs"}${least.join("")}`;
}

/** When credit for a cycle is earned, whichever cycle it is. */
export function windowWords({ window, due }: TermsInForce): string {
  if (window.is === "cycle") return "In the cycle";
  if (window.is === "previous calendar year") {
    return due === "first day" ? "In the year before the cycle" : "In the year before the due date";
  }
  const end = window.endingOn === "due" ? "due date" : "lapse date";
  return `In the ${monthsWords(window.months)} that end on the ${end}`;
}

/** The fee and what is added to it late. */
export function feeWords({ fee, lateFee }: TermsInForce, currency: string): string {
  const late = lateFee > 0 ? `, late ${printMoney(lateFee, currency)} more` : "";
  return `${printMoney(fee, currency)}${late}`;
}

/** When a cycle falls due, from when a late fee is added, and when it lapses. */
export function dueWords({ due, lateFee, lateFeeAfterMonths, lapseAfterMonths }: TermsInForce) {
  const late =
    lateFeeAfterMonths === 0 ? "from that day on" : `${monthsWords(lateFeeAfterMonths)} later`;
  return [
    due === "first day" ? "Due on the first day of the cycle" : "Due the day after the cycle ends",
    lateFee > 0 ? `late fee ${late}` : "",
    lapseAfterMonths === null ? "never lapses" : `lapses ${monthsWords(lapseAfterMonths)} later`,
  ]
    .filter(Boolean)
    .join("; ");
}

/** What is accepted beside the caps: sources, and what is refused or accepted from a date on. */
export function acceptedWords({
  sources,
  creditTypesRefused,
  formatsFrom,
}: TermsInForce): string[] {
  const everything = Object.keys(SOURCES).length === sources.length;
  return [
    everything
      ? "Credit from every source"
      : capital(sources.map((source) => SOURCES[source]).join(", ")),
    creditTypesRefused.length > 0 ? `Not credit of type ${creditTypesRefused.join(", ")}` : "",
    ...Object.entries(formatsFrom).map(
      ([format, day]) => `${format} when earned from ${formatLongDay(day)} on`,
    ),
  ].filter(Boolean);
}

/** All that a version demands, under its names, in sentences without full stops. */
export function termsWords(terms: TermsInForce, currency: string) {
  const { cycleYears, caps } = terms;
  return [
    { name: "Cycle", lines: [cycleYears === 1 ? "A year" : `${cycleYears} years`] },
    { name: "Required", lines: [requiredWords(terms)] },
    { name: "Earned", lines: [windowWords(terms)] },
    { name: "Dates", lines: [dueWords(terms)] },
    { name: "Fee", lines: [feeWords(terms, currency)] },
    { name: "What counts", lines: acceptedWords(terms) },
    { name: "Maximums", lines: caps.length > 0 ? caps.map(capWords) : ["None"] },
  ];
}

/** "Cycles due from 1 January 2027"; of a version that was there from the beginning "All cycles". */
export function fromWords(fromOn: Day): string {
  return fromOn <= "1900-01-01" ? "All cycles" : `Cycles due from ${formatLongDay(fromOn)}`;
}

function monthsWords(months: number): string {
  return months === 1 ? "month" : `${months} months`;
}
