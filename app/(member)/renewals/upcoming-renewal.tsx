import { CecFigures } from "@/components/cec-figures";
import { Panel } from "@/components/panel";
import { type Day, formatLongDay } from "@/lib/calendar";
import { listed, periodOf } from "@/lib/renewals/wording";
import type { Upcoming } from "@/lib/upcoming-renewals/queries";

/** What will be renewed: when its invoice comes, and what counts already. */
export function UpcomingRenewal({ renewal, today }: { renewal: Upcoming; today: Day }) {
  const { cycles, dueOn, invoicedFrom, standing } = renewal;
  const credentials = listed([...new Set(cycles.map(({ code }) => code))]);
  const years = periodOf(cycles);
  return (
    <Panel title={`${credentials} ${years}`}>
      <p className="measure">
        {invoicedFrom <= today
          ? "Its invoice is being prepared."
          : `Its invoice comes on ${formatLongDay(invoicedFrom)}.`}{" "}
        The renewal is due on {formatLongDay(dueOn)}.
      </p>
      <h3>Check your CEC Status</h3>
      <CecFigures standing={standing} ledger={null} />
    </Panel>
  );
}
