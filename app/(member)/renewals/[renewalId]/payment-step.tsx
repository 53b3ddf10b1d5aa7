import { Step } from "@/components/step-list";
import type { Day } from "@/lib/calendar";
import { formatLongDay } from "@/lib/calendar";
import { printMoney } from "@/lib/credits/amount";
import type { AmountDue } from "@/lib/invoices/rules";
import type { StandingRenewal } from "@/lib/renewals/queries";

/** What the invoice is for and what is due today. */
export function PaymentStep({
  renewal,
  due,
  today,
}: {
  renewal: StandingRenewal;
  due: AmountDue;
  today: Day;
}) {
  const { invoice, isPaid, lateFeeFrom, isFeeWaived } = renewal;
  const money = (cents: number) => printMoney(cents, invoice.currency);
  const stands = isFeeWaived ? "waived" : isPaid ? "nothing to pay" : `${money(due.total)} due`;
  return (
    <Step
      number={2}
      title="Submit a Payment Online with Credit or Debit Card"
      state={isPaid ? "done" : "next"}
      says={stands}
    >
      <ul className="text-body">
        {invoice.lines.map(({ text, cents }) => (
          <li key={text} className="tabular-nums">
            {text}: {money(cents)}
          </li>
        ))}
        {due.lateFee > 0 ? <li className="tabular-nums">Late fee: {money(due.lateFee)}</li> : null}
      </ul>
      {!isPaid && invoice.lateFee > 0 && today < lateFeeFrom ? (
        <p className="text-body text-muted">
          From {formatLongDay(lateFeeFrom)} on a late fee of {money(invoice.lateFee)} is added.
        </p>
      ) : null}
    </Step>
  );
}
