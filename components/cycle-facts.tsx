import { FactsList } from "@/components/facts-list";
import { type Day, formatDays } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { Standing } from "@/lib/dashboard/rules";
import { briefDay, reachedWords, toGoWords } from "@/lib/dashboard/wording";
import { capWords } from "@/lib/programs/wording";

/** The totals of a cycle, its dates, and the rules that they come from. */
export function CycleFacts({ standing, today }: { standing: Standing; today: Day }) {
  const { cycle, window, pending, surplus, minimums } = standing;
  const facts = [
    { name: "Counted", fact: `${reachedWords(standing)}. ${toGoWords(standing, today)}.` },
    ...minimums.map(({ of, credits, counted, missing }) => ({
      name: `Minimum ${of}`,
      fact: `${printCredits(counted)} of ${printCredits(credits)}${missing > 0 ? `, ${printCredits(missing)} missing` : ""}`,
    })),
    { name: "Pending", fact: `${printCredits(pending)}, once it is accepted` },
    { name: "Surplus", fact: `${printCredits(surplus)}, which is not carried over` },
    { name: "Credit earned", fact: formatDays(window.from, window.to) },
    { name: "Renewal due", fact: briefDay(cycle.dueOn) },
    ...(cycle.lapsesOn
      ? [{ name: "Lapses", fact: `${briefDay(cycle.lapsesOn)}, unless renewed` }]
      : []),
    ...(cycle.terms.caps.length > 0
      ? [
          {
            name: "Maxima",
            fact: (
              <ul>
                {cycle.terms.caps.map((cap) => (
                  <li key={capWords(cap)}>{capWords(cap)}</li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ];
  return <FactsList facts={facts} />;
}
