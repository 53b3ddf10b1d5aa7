import type { StepState } from "@/components/step-list";
import type { MemberBatch } from "@/lib/batches/queries";
import type { RenewalPayment } from "@/lib/payments/queries";
import type { StandingRenewal } from "@/lib/renewals/queries";
import { isAwaited } from "./payment-news";

/** The four steps of a renewal, in their order. */
type Steps<State> = { contact: State; payment: State; status: State; submission: State };

/** How a step stands by itself; `waiting`: others have it. */
type Progress = "done" | "waiting" | "open";

const ORDER = ["contact", "payment", "status", "submission"] as const;

/** Steps may be done in any order; the first open one is shown as the next. */
export function statesOf(
  progress: Steps<Progress>,
  /** Whether nothing can be changed any more. */
  reads: boolean,
): Steps<StepState> {
  const next = reads ? undefined : ORDER.find((step) => progress[step] === "open");
  const stateOf = (step: keyof Steps<Progress>): StepState => {
    if (progress[step] !== "open") return progress[step];
    if (reads) return "missed";
    return step === next ? "next" : "later";
  };
  return {
    contact: stateOf("contact"),
    payment: stateOf("payment"),
    status: stateOf("status"),
    submission: stateOf("submission"),
  };
}

export function progressOf(
  { contactConfirmedAt, isPaid, standing }: StandingRenewal,
  batch: MemberBatch,
  [latest]: readonly RenewalPayment[],
  /** What the address says of where its reader comes from. */
  came: string | string[] | undefined,
): Steps<Progress> {
  const isInReview = batch.state === "in review";
  const credits = standing.outstanding === 0 ? "done" : isInReview ? "waiting" : "open";
  const isPaying = latest !== undefined && isAwaited(latest, came);
  return {
    contact: contactConfirmedAt ? "done" : "open",
    payment: isPaid ? "done" : isPaying ? "waiting" : "open",
    status: credits,
    submission: credits,
  };
}
