import { LookAgain } from "@/components/look-again";
import { Notice } from "@/components/notice";
import { formatLongDay, todayIn } from "@/lib/calendar";
import { printMoney } from "@/lib/credits/amount";
import type { RenewalPayment } from "@/lib/payments/queries";

type NewsProps = {
  payments: readonly RenewalPayment[];
  came: string | string[] | undefined;
  settings: { timeZone: string; membershipEmail: string };
};

/** What a member has to know of the payment pages that they opened. */
export function PaymentNews({ payments, came, settings }: NewsProps) {
  return (
    <>
      <Latest payment={payments[0]} came={came} />
      {payments.map((payment) => (
        <Moved key={payment.id} payment={payment} settings={settings} />
      ))}
    </>
  );
}

/**
 * Whether the payment provider's signed news, which alone say that it is paid, are on their way: a bank
 * takes its time, or the member came back from the page having paid.
 */
export function isAwaited(payment: RenewalPayment, came: NewsProps["came"]): boolean {
  if (payment.state === "pending") return true;
  const isOpen = payment.state === "open" || payment.state === "declined";
  return came === "made" && isOpen && payment.expiresAt > new Date();
}

/** The newest page, as long as nothing was paid on it. */
function Latest({
  payment,
  came,
}: {
  payment: RenewalPayment | undefined;
  came: string | string[] | undefined;
}) {
  if (!payment) return null;
  const { state } = payment;
  if (isAwaited(payment, came)) {
    return (
      <div role="status">
        <LookAgain seconds={3} />
        <Notice tone="note">
          Your payment is being confirmed. This page reloads by itself until it is.
        </Notice>
      </div>
    );
  }
  if (state === "declined") {
    return (
      <Notice tone="warning">
        Your card was declined and nothing was charged. Try again, or use another card.
      </Notice>
    );
  }
  if (payment.failedAt && state === "expired") {
    return <Notice tone="warning">Your bank refused the payment. Nothing was charged.</Notice>;
  }
  if (came === "left" && state === "open") {
    return <Notice tone="note">You left the payment page. Pay when you are ready.</Notice>;
  }
  return null;
}

/** Money that came and pays nothing, or went back. */
function Moved({
  payment,
  settings,
}: {
  payment: RenewalPayment;
  settings: NewsProps["settings"];
}) {
  const amount = printMoney(payment.received.cents, payment.received.currency);
  if (payment.state === "refunded" && payment.refundedAt) {
    const on = formatLongDay(todayIn(settings.timeZone, payment.refundedAt));
    return <p className="text-body">{`Your payment of ${amount} was refunded on ${on}.`}</p>;
  }
  if (payment.state === "refunding") {
    return <p className="text-body">{`Your payment of ${amount} is being refunded.`}</p>;
  }
  if (payment.state !== "needs staff" && payment.state !== "refund failed") return null;
  return (
    <Notice tone="warning">
      We received news of a payment from you that we have to look into, and will write to you.
      Questions go to{" "}
      <a className="words-link" href={`mailto:${settings.membershipEmail}`}>
        {settings.membershipEmail}
      </a>
      .
    </Notice>
  );
}
