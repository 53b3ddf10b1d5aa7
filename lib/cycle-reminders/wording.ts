import { type Day, formatLongDay } from "@/lib/calendar";
import { printBriefly } from "@/lib/credits/amount";
import type { Standing } from "@/lib/renewals/standing";
import { reachedWords } from "@/lib/renewals/wording";

/** What is left before there is an invoice. */
export function upcomingSentences(
  standing: Omit<Standing, "lines" | "extraLines">,
  { invoicedFrom, today }: { invoicedFrom: Day; today: Day },
): string[] {
  const { outstanding, window } = standing;
  const credits =
    outstanding > 0
      ? [`Still to earn: ${printBriefly(outstanding)} CECs, by ${formatLongDay(window.to)}.`]
      : [];
  const opens =
    invoicedFrom > today
      ? [`The invoice of your renewal comes on ${formatLongDay(invoicedFrom)}.`]
      : [];
  return [reachedWords(standing), ...credits, ...opens];
}

/** "today", "tomorrow", "in 30 days" */
export function inDays(days: number): string {
  if (days < 2) return days === 1 ? "tomorrow" : "today";
  return `in ${days} days`;
}
