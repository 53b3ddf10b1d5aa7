import type { StandingEntry } from "@/lib/entries/rules";

export type CreditByYear = {
  /** The earliest first. */
  years: string[];
  /** The most credit first; `credits` and their parts are hundredths, by year. */
  formats: { name: string; credits: number[]; total: number }[];
  totals: number[];
};

const MOST_YEARS = 4;

/** Accepted credit of the latest years by the year of the date earned and by format. */
export function creditByYear(entries: readonly StandingEntry[]): CreditByYear {
  const accepted = entries.filter(({ isAccepted }) => isAccepted);
  const yearOf = ({ earnedOn }: StandingEntry) => earnedOn.slice(0, 4);
  const years = [...new Set(accepted.map(yearOf))].sort().slice(-MOST_YEARS);
  const byFormat = new Map<string, number[]>();
  for (const entry of accepted) {
    const place = years.indexOf(yearOf(entry));
    if (place === -1) continue;
    const credits = byFormat.get(entry.format) ?? years.map(() => 0);
    credits[place] = (credits[place] ?? 0) + entry.credits;
    byFormat.set(entry.format, credits);
  }
  const formats = [...byFormat]
    .map(([name, credits]) => ({ name, credits, total: sumOf(credits) }))
    .toSorted((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
  const totals = years.map((_, place) => sumOf(formats.map(({ credits }) => credits[place] ?? 0)));
  return { years, formats, totals };
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
