import "server-only";
import { receiptPath, renewalPath } from "@/lib/addresses";
import { formatLongDay, todayIn } from "@/lib/calendar";
import { printMoney } from "@/lib/credits/amount";
import type { Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { queueMessage } from "@/lib/messages/commands";
import { paymentReceived } from "@/lib/messages/templates/payment-received";
import { paymentRefunded } from "@/lib/messages/templates/payment-refunded";
import { eventsOfMoney } from "@/lib/payments/queries";
import { receivedOf } from "@/lib/payments/rules";
import type { MemberRenewal } from "@/lib/renewals/queries";
import { readSettings } from "@/lib/settings/queries";

/** Tells the member, once, that an invoice is paid. */
export async function tellOfPayment(tx: Tx, renewal: MemberRenewal, invoiceId: string, now: Date) {
  const { cents, lateFee, currency, paidAt, invoice } = await tx.payment.findFirstOrThrow({
    where: { invoiceId, standing: true },
    select: {
      cents: true,
      lateFee: true,
      currency: true,
      paidAt: true,
      invoice: {
        select: { number: true, lines: { orderBy: { position: "asc" }, select: { text: true } } },
      },
    },
  });
  const { memberId, member } = renewal;
  const settings = await readSettings(tx);
  const letter = paymentReceived(settings, {
    firstName: member.firstName,
    amount: printMoney(cents, currency),
    lines: [...invoice.lines.map(({ text }) => text), ...(lateFee > 0 ? ["late fee"] : [])],
    paidOn: formatLongDay(todayIn(settings.timeZone, paidAt ?? now)),
    invoiceNumber: invoice.number,
    receiptUrl: `${publicUrl()}${receiptPath(invoiceId)}`,
    renewalUrl: `${publicUrl()}${renewalPath(renewal.id)}`,
  });
  const mail = { kind: "payment_received", memberId, toAddress: member.email } as const;
  await queueMessage(tx, { ...letter, ...mail }, now);
}

type Refunded = { id: string; invoiceId: string; invoice: { number: number } };

/** Tells the member that a payment was given back. */
export async function tellOfRefund(tx: Tx, renewal: MemberRenewal, payment: Refunded, now: Date) {
  const { id, invoiceId, invoice } = payment;
  const { memberId, member } = renewal;
  const { cents, currency } = receivedOf(
    await tx.payment.findUniqueOrThrow({
      where: { id },
      select: { cents: true, currency: true, events: eventsOfMoney },
    }),
  );
  const standing = await tx.payment.count({ where: { invoiceId, standing: true } });
  const letter = paymentRefunded(await readSettings(tx), {
    firstName: member.firstName,
    amount: printMoney(cents, currency),
    invoiceNumber: invoice.number,
    isStillPaid: standing > 0,
    renewalUrl: `${publicUrl()}${renewalPath(renewal.id)}`,
  });
  const mail = { kind: "payment_refunded", memberId, toAddress: member.email } as const;
  await queueMessage(tx, { ...letter, ...mail }, now);
}
