import { Panel } from "@/components/panel";
import { TextLink } from "@/components/text-link";
import { adminPaymentPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { printMoney } from "@/lib/credits/amount";
import { listPayments } from "@/lib/payments/queries";
import { STATE_WORDS } from "@/lib/payments/wording";

/** The payment pages that were opened for a renewal, for those who may refund them. */
export async function PaymentLinks({ renewalId, zone }: { renewalId: string; zone: string }) {
  const payments = await listPayments(renewalId);
  if (payments.length === 0) return null;
  return (
    <Panel title="Payments">
      <ul className="flex flex-col gap-2">
        {payments.map(({ id, received, openedAt, paidAt, state }) => (
          <li key={id}>
            <TextLink href={adminPaymentPath(id)}>
              {`${printMoney(received.cents, received.currency)}, ${formatInstant(paidAt ?? openedAt, zone)}`}
            </TextLink>
            {`: ${STATE_WORDS[state]}`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
