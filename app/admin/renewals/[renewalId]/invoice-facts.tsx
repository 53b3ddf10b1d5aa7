import { FactsList } from "@/components/facts-list";
import { Notice } from "@/components/notice";
import { type Day, formatLongDay } from "@/lib/calendar";
import { printCredits, printMoney } from "@/lib/credits/amount";
import { amountDueOn } from "@/lib/invoices/rules";
import type { StandingRenewal } from "@/lib/renewals/queries";

/** What the invoice asks for, and where that differs from what the rules say. */
export function InvoiceFacts({ renewal, today }: { renewal: StandingRenewal; today: Day }) {
  const { invoice, lateFeeFrom } = renewal;
  const money = (cents: number) => printMoney(cents, invoice.currency);
  const due = amountDueOn({ ...invoice, ...renewal }, today);
  const differs = differencesOf(invoice);
  return (
    <>
      {differs ? <Notice tone="note">{differs}</Notice> : null}
      <FactsList
        facts={[
          ...invoice.lines.map(({ text, cents }) => ({ name: text, fact: money(cents) })),
          {
            name: "Late fee",
            fact: `${money(invoice.lateFee)} from ${formatLongDay(lateFeeFrom)} on`,
          },
          { name: "Due today", fact: renewal.isPaid ? "Nothing" : money(due.total) },
          {
            name: "Paid",
            fact: renewal.payment
              ? money(renewal.payment.cents)
              : renewal.isFeeWaived
                ? "Waived"
                : "No",
          },
          { name: "CECs required", fact: printCredits(invoice.requiredCredits) },
          { name: "In-network minimum", fact: printCredits(invoice.minimumCredits) },
        ]}
      />
    </>
  );
}

function differencesOf(invoice: StandingRenewal["invoice"]): string | null {
  const { requiredCredits, ruledCredits, minimumCredits, ruledMinimum, reason } = invoice;
  const parts = [
    ...(requiredCredits === ruledCredits
      ? []
      : [
          `${printCredits(requiredCredits)} CECs where the rules say ${printCredits(ruledCredits)}`,
        ]),
    ...(minimumCredits === ruledMinimum
      ? []
      : [
          `an in-network minimum of ${printCredits(minimumCredits)} where the rules say ${printCredits(ruledMinimum)}`,
        ]),
    ...invoice.lines
      .filter(({ kind }) => kind === "adjustment")
      .map(({ cents }) => `an adjustment of ${printMoney(cents, invoice.currency)}`),
  ];
  if (!reason) return null;
  return parts.length === 0
    ? `Changed by an administrator: ${reason}`
    : `It asks for ${parts.join(", ")}: ${reason}`;
}
