import { Step, type StepState } from "@/components/step-list";
import { receiptPath } from "@/lib/addresses";
import { type Day, formatLongDay, todayIn } from "@/lib/calendar";
import { printMoney } from "@/lib/credits/amount";
import type { AmountDue } from "@/lib/invoices/rules";
import { gatewayInUse } from "@/lib/payments/gateways";
import type { RenewalPayment } from "@/lib/payments/queries";
import type { StandingRenewal } from "@/lib/renewals/queries";
import { findSettings } from "@/lib/settings/queries";
import { PayForm } from "./pay-form";
import { PaymentNews } from "./payment-news";

type StepProps = {
  renewal: StandingRenewal;
  state: StepState;
  payments: readonly RenewalPayment[];
  due: AmountDue;
  today: Day;
  /** Whether nothing can be changed any more. */
  reads: boolean;
  /** What the address says of where its reader comes from; it changes nothing. */
  came: string | string[] | undefined;
};

/** What the invoice is for, what is due today, and the way to the payment page. */
export async function PaymentStep(props: StepProps) {
  const { renewal, state, payments, due, today, reads, came } = props;
  const { invoice, payment } = renewal;
  const settings = await findSettings();
  const money = (cents: number) => printMoney(cents, invoice.currency);
  const lateFee = payments.find(({ standing }) => standing)?.lateFee ?? due.lateFee;
  const isOffered = !reads && (state === "next" || state === "later");
  return (
    <Step
      number={2}
      title="Submit a Payment Online with Credit or Debit Card"
      state={state}
      says={state === "waiting" ? "being confirmed" : saysOf(renewal, due, settings.timeZone)}
    >
      <ul className="text-body">
        {invoice.lines.map(({ text, cents }) => (
          <li key={text} className="tabular-nums">
            {text}: {money(cents)}
          </li>
        ))}
        {lateFee > 0 ? <li className="tabular-nums">Late fee: {money(lateFee)}</li> : null}
      </ul>
      {payment ? (
        <p>
          <a className="words-link" href={receiptPath(invoice.id)}>
            Receipt (PDF)
          </a>
        </p>
      ) : null}
      <PaymentNews payments={payments} came={came} settings={settings} />
      <LateFee renewal={renewal} today={today} />
      {isOffered ? (
        <Pay
          renewal={renewal}
          isNext={state === "next"}
          total={money(due.total)}
          settings={settings}
        />
      ) : null}
    </Step>
  );
}

function saysOf(
  { invoice, payment, isPaid, isFeeWaived }: StandingRenewal,
  due: AmountDue,
  zone: string,
) {
  if (payment) {
    const paidOn = formatLongDay(todayIn(zone, payment.at));
    return `${printMoney(payment.cents, invoice.currency)}, paid on ${paidOn}`;
  }
  if (isFeeWaived) return "waived";
  return isPaid ? "nothing to pay" : `${printMoney(due.total, invoice.currency)} due`;
}

function LateFee({ renewal, today }: { renewal: StandingRenewal; today: Day }) {
  const { invoice, isPaid, lateFeeFrom } = renewal;
  if (isPaid || invoice.lateFee === 0) return null;
  const fee = printMoney(invoice.lateFee, invoice.currency);
  return (
    <p className="text-body text-muted">
      {today < lateFeeFrom
        ? `From ${formatLongDay(lateFeeFrom)} on a late fee of ${fee} is added.`
        : `The late fee of ${fee} is added since ${formatLongDay(lateFeeFrom)}.`}
    </p>
  );
}

function Pay({
  renewal,
  isNext,
  total,
  settings,
}: {
  renewal: StandingRenewal;
  isNext: boolean;
  total: string;
  settings: { membershipEmail: string };
}) {
  if (gatewayInUse() === null) {
    return (
      <p>
        Online payment is not set up yet. To pay in another way, write to{" "}
        <a className="words-link" href={`mailto:${settings.membershipEmail}`}>
          {settings.membershipEmail}
        </a>
        .
      </p>
    );
  }
  return (
    <>
      <PayForm
        renewalId={renewal.id}
        invoiceId={renewal.invoice.id}
        amount={total}
        isNext={isNext}
      />
      <p className="text-body text-muted">
        You pay on our payment provider's page; your card's number never comes to us. The page stays
        open for 30 minutes.
      </p>
    </>
  );
}
