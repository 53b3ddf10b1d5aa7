import type { GaugeFacts } from "@/components/cycle-gauge";
import { ledgerPath } from "@/lib/addresses";
import { type Day, formatDays } from "@/lib/calendar";
import { printBriefly } from "@/lib/credits/amount";
import type { Standing } from "@/lib/dashboard/rules";
import { reachedWords, toGoWords } from "@/lib/dashboard/wording";

/** How a cycle stands, in the words of its gauge. */
export function gaugeFacts(standing: Standing, today: Day): GaugeFacts {
  const { cycle, window, counted, pending, surplus, required, minimums, outstanding } = standing;
  const { id, called, startsOn, endsOn } = cycle;
  const isWindowOther = window.from !== startsOn || window.to !== endsOn;
  return {
    id,
    ...called,
    ...{ counted, pending, surplus, required },
    isComplete: outstanding === 0,
    reached: reachedWords(standing),
    toGo: toGoWords(standing, today),
    dates: formatDays(startsOn, endsOn),
    window: isWindowOther ? formatDays(window.from, window.to) : undefined,
    minimums: minimums.map(
      ({ of, credits, counted: met }) =>
        `${of} ${printBriefly(Math.min(met, credits))} of ${printBriefly(credits)}`,
    ),
    ledger: ledgerPath(id),
  };
}
