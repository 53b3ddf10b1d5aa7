import { type Day, formatLongDay } from "@/lib/calendar";
import { printBriefly, printMoney } from "@/lib/credits/amount";
import type { StandingEntry } from "@/lib/entries/rules";
import { amountDueOn } from "@/lib/invoices/rules";
import type { MemberRenewal } from "@/lib/renewals/queries";
import { stateOf } from "@/lib/renewals/rules";
import { type Standing, standingOf } from "@/lib/renewals/standing";
import { leftWords, listed } from "@/lib/renewals/wording";

/** What counts so far, in a sentence or two: "You have 4 of 8 CECs, and 2 of 5 that must be in-network." */
export function reachedSentences(standing: Omit<Standing, "lines" | "extraLines">): string {
  const { required, counted, pending, outstanding, minimum } = standing;
  if (required === 0) return "No CECs are required.";
  if (outstanding === 0 && counted >= required) return "You have all the CECs that it takes.";
  if (outstanding === 0) return "No more CECs are required.";
  const reached = [`${printBriefly(counted)} of ${printBriefly(required)} CECs`];
  if (minimum && minimum.counted < minimum.credits) {
    const { counted, credits } = minimum;
    reached.push(`${printBriefly(counted)} of ${printBriefly(credits)} that must be in-network`);
  }
  const waiting = pending > 0 ? ` ${printBriefly(pending)} more await review.` : "";
  return `You have ${listed(reached)}.${waiting}`;
}

/** What is there, what is left and by when of a renewal that is invoiced: the invoice's figures bind. */
export function renewalSentences(
  renewal: MemberRenewal,
  record: readonly StandingEntry[],
  today: Day,
): string[] {
  const { invoice, lateFeeFrom, isPaid } = renewal;
  const { currency, lateFee } = invoice;
  const standing = standingOf(renewal, record);
  const { outstanding } = standing;
  const state = stateOf({ ...renewal, isApproved: outstanding === 0 }, today);
  const due = amountDueOn({ ...renewal, ...invoice }, today).total;
  const left = leftWords({ ...renewal, state, due, currency, outstanding }, today);
  const late =
    !isPaid && lateFee > 0 && lateFeeFrom > today
      ? [
          `Paid from ${formatLongDay(lateFeeFrom)} on, it is ${printMoney(lateFee, currency)} more: the late fee.`,
        ]
      : [];
  return [reachedSentences(standing), left, ...late];
}

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
  return [reachedSentences(standing), ...credits, ...opens];
}

/** "today", "tomorrow", "in 30 days" */
export function inDays(days: number): string {
  if (days < 2) return days === 1 ? "tomorrow" : "today";
  return `in ${days} days`;
}
