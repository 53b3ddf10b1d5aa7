import { Step } from "@/components/step-list";
import type { Day } from "@/lib/calendar";
import { formatLongDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { StandingRenewal } from "@/lib/renewals/queries";
import type { Standing } from "@/lib/renewals/standing";

/** What is outstanding goes in one submission. */
export function SubmissionStep({
  standing,
}: {
  renewal: StandingRenewal;
  standing: Standing;
  today: Day;
}) {
  const { outstanding, window } = standing;
  return (
    <Step
      number={4}
      title="Submit Outstanding CECs Online"
      state={outstanding === 0 ? "done" : "later"}
      says={outstanding === 0 ? "nothing outstanding" : `${printCredits(outstanding)} outstanding`}
    >
      {outstanding === 0 ? null : (
        <p className="text-body text-muted">
          Earned from {formatLongDay(window.from)} to {formatLongDay(window.to)}.
        </p>
      )}
    </Step>
  );
}
