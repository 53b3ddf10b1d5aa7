import type { Route } from "next";
import { FactsList } from "@/components/facts-list";
import { TextLink } from "@/components/text-link";
import { formatDays } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { Standing } from "@/lib/renewals/standing";

/** Required, counted, pending, outstanding and the in-network minimum; each can be opened. */
export function CecFigures({
  standing,
  areCreditsWaived = false,
  ledger,
}: {
  standing: Standing;
  areCreditsWaived?: boolean;
  /** Where each figure's ledger is; null: it has none yet. */
  ledger: ((of?: "counted" | "pending" | "in-network") => Route) | null;
}) {
  const { required, counted, pending, outstanding, surplus, minimum, window } = standing;
  const opened = (words: string, of?: "counted" | "pending" | "in-network") =>
    ledger ? <TextLink href={ledger(of)}>{words}</TextLink> : words;
  const facts = [
    { name: "Required", fact: printCredits(required) },
    { name: "Counted", fact: opened(printCredits(counted), "counted") },
    { name: "Pending", fact: opened(printCredits(pending), "pending") },
    {
      name: "Outstanding",
      fact: areCreditsWaived ? "0.00, waived" : opened(printCredits(outstanding)),
    },
    ...(minimum
      ? [
          {
            name: "In-network minimum",
            fact: opened(
              `${printCredits(minimum.counted)} of ${printCredits(minimum.credits)}`,
              "in-network",
            ),
          },
        ]
      : []),
    ...(surplus > 0
      ? [{ name: "Surplus", fact: `${printCredits(surplus)}, which is not carried over` }]
      : []),
    { name: "Earned", fact: formatDays(window.from, window.to) },
  ];
  return <FactsList facts={facts} />;
}
