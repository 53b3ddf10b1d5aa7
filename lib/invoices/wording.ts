import { printCredits, printMoney } from "@/lib/credits/amount";
import { adjustmentOf } from "@/lib/invoice-changes/rules";
import { figuresOf, type InvoiceLine } from "@/lib/invoices/rules";
import type { TermsInForce } from "@/lib/programs/rules";

type Asked = {
  requiredCredits: number;
  minimumCredits: number;
  lateFee: number;
  currency: string;
  /** Why an administrator changed it; null: issued by the rules. */
  reason: string | null;
  lines: readonly Pick<InvoiceLine, "kind" | "cents">[];
};

/** Where an invoice differs from the rules in force, whatever they were when it was issued. */
export function wordsForDifference(invoice: Asked, terms: TermsInForce): string | null {
  const { currency, reason } = invoice;
  const ruled = figuresOf(terms);
  const adjustment = adjustmentOf(invoice.lines);
  const money = (cents: number) => printMoney(cents, currency);
  const parts = [
    invoice.requiredCredits === ruled.requiredCredits
      ? ""
      : `${printCredits(invoice.requiredCredits)} CECs where the rules say ${printCredits(ruled.requiredCredits)}`,
    invoice.minimumCredits === ruled.minimumCredits
      ? ""
      : `an in-network minimum of ${printCredits(invoice.minimumCredits)} where the rules say ${printCredits(ruled.minimumCredits)}`,
    invoice.lateFee === ruled.lateFee
      ? ""
      : `a late fee of ${money(invoice.lateFee)} where the rules say ${money(ruled.lateFee)}`,
    adjustment === 0 ? "" : `an adjustment of ${money(adjustment)}`,
  ].filter(Boolean);
  if (parts.length === 0) return reason && `Changed by an administrator: ${reason}`;
  const asks = `It asks for ${parts.join(", ")}`;
  return reason
    ? `${asks}: ${reason}`
    : `${asks}. The invoice binds until an administrator changes it.`;
}
