import { type Day, formatLongDay } from "@/lib/calendar";
import type { CycleDates } from "@/lib/certifications/rules";
import { printBriefly, printMoney } from "@/lib/credits/amount";
import type { StandingEntry } from "@/lib/entries/rules";
import { amountDueOn, yearsOf } from "@/lib/invoices/rules";
import type { MemberRenewal } from "@/lib/renewals/queries";
import { type RenewalState, stateOf } from "@/lib/renewals/rules";
import { type Standing, standingOf } from "@/lib/renewals/standing";

type Named = { called: { code: string }; renews: CycleDates };

/** "CAM", "CAM and CALP", "CAM, CALP and CAS" */
export function credentialsOf(cycles: readonly Named[]): string {
  return listed([...new Set(cycles.map(({ called }) => called.code))]);
}

/** What it is renewed for: "2027", "2024–2026" */
export function periodOf(cycles: readonly Pick<Named, "renews">[]): string {
  return listed([...new Set(cycles.map(({ renews }) => yearsOf(renews)))]);
}

/** "a", "a and b", "a, b and c" */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

type Fee = Pick<MemberRenewal, "invoice" | "lateFeeFrom" | "isFeeWaived" | "isPaid"> & {
  payment: object | null;
  state: RenewalState;
};

/** How its fee stands today, in a few words: "Paid", "USD 85.00 due". */
export function feeWords(renewal: Fee, today: Day): string {
  if (renewal.payment) return "Paid";
  if (renewal.isFeeWaived) return "Waived";
  if (renewal.isPaid) return "Nothing to pay";
  if (renewal.state === "lapsed") return "Not paid";
  const { total } = amountDueOn({ ...renewal.invoice, ...renewal }, today);
  return `${printMoney(total, renewal.invoice.currency)} due`;
}

export type Left = {
  state: RenewalState;
  contactConfirmedAt: Date | null;
  isPaid: boolean;
  /** Cents, as of today. */
  due: number;
  currency: string;
  /** Hundredths. */
  outstanding: number;
  dueOn: Day;
  lapsesOn: Day | null;
};

/** What is left of a renewal and by when, in one sentence. */
export function leftWords(left: Left, today: Day): string {
  if (left.state === "renewed") return "All four steps are done: it is renewed.";
  if (left.state === "lapsed" && left.lapsesOn) {
    return `It lapsed on ${formatLongDay(left.lapsesOn)} and can no longer be renewed here.`;
  }
  const acts = [
    ...(left.contactConfirmedAt ? [] : ["confirm your contact information"]),
    ...(left.isPaid ? [] : [`pay ${printMoney(left.due, left.currency)}`]),
    ...(left.outstanding > 0 ? [`bring in ${printBriefly(left.outstanding)} more CECs`] : []),
  ];
  if (acts.length === 0) return "All four steps are done: it is being renewed.";
  return `Still to do: ${listed(acts)}, ${byWords(left, today)}.`;
}

function byWords({ dueOn, lapsesOn }: Left, today: Day): string {
  if (today < dueOn) return `by ${formatLongDay(dueOn)}`;
  const was = `which was due on ${formatLongDay(dueOn)}`;
  return lapsesOn ? `${was}; it lapses on ${formatLongDay(lapsesOn)}` : was;
}

/** What counts so far, in a sentence or two: "You have 4 of 8 CECs, and 2 of 5 that must be in-network." */
export function reachedWords(standing: Omit<Standing, "lines" | "extraLines">): string {
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
  return [reachedWords(standing), left, ...late];
}
