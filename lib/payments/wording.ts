import type { PaymentFacts, PaymentHold, PaymentState } from "@/lib/payments/rules";

/** A state in the words of the pages. */
export const STATE_WORDS: Record<PaymentState, string> = {
  open: "Open",
  declined: "Card declined",
  expired: "Expired",
  pending: "Being confirmed",
  paid: "Paid",
  refunding: "Refund requested",
  refunded: "Refunded",
  "needs staff": "Needs staff",
  "refund failed": "Refund failed",
  resolved: "Resolved by staff",
};

/** What staff have to know of a payment that needs them. */
const HOLD_WORDS: Record<PaymentHold, string> = {
  amount_differs: "The amount or currency that was paid differs from the invoice's.",
  page_differs: "The payment provider names another payment page than the one that was opened.",
  invoice_void: "The invoice was replaced while its payment page was open.",
  nothing_due: "Nothing was due any more when it was paid.",
  renewal_lapsed: "The renewal had lapsed when the payment came.",
  part_refunded: "Only a part was refunded.",
};

/** Why a payment needs staff, in a sentence. */
export function whyStaff(facts: PaymentFacts & { heldWhy: PaymentHold | null }): string {
  if (facts.refundRequestedAt && !facts.refundFailedAt) {
    return "A refund was requested, and the payment provider gave no answer. Look there before anything else.";
  }
  if (facts.refundFailedAt) return "The payment provider could not make the refund.";
  return facts.heldWhy ? HOLD_WORDS[facts.heldWhy] : "The invoice is paid by another payment.";
}
