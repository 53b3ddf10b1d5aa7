import { FactsList } from "@/components/facts-list";
import { Notice } from "@/components/notice";
import { type Day, formatLongDay } from "@/lib/calendar";
import { printCredits, printMoney } from "@/lib/credits/amount";
import { amountDueOn } from "@/lib/invoices/rules";
import { wordsForDifference } from "@/lib/invoices/wording";
import type { StandingRenewal } from "@/lib/renewals/queries";
import { combineTerms } from "@/lib/renewals/rules";

/** What the invoice asks for, and where that differs from what the rules say now. */
export function InvoiceFacts({ renewal, today }: { renewal: StandingRenewal; today: Day }) {
  const { invoice, lateFeeFrom, cycles } = renewal;
  const money = (cents: number) => printMoney(cents, invoice.currency);
  const due = amountDueOn({ ...invoice, ...renewal }, today);
  const terms = combineTerms(cycles.map(({ version }) => version.terms));
  const differs = wordsForDifference(invoice, terms);
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
