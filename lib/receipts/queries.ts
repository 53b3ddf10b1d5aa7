import "server-only";
import { todayIn } from "@/lib/calendar";
import { printMoney } from "@/lib/credits/amount";
import { db } from "@/lib/db";
import { isId } from "@/lib/ids";
import { fullName, type MemberActor } from "@/lib/members/rules";
import { eventsOfMoney } from "@/lib/payments/queries";
import { receivedOf } from "@/lib/payments/rules";
import { differenceOf, type ReceiptFacts } from "@/lib/receipts/rules";
import { may } from "@/lib/roles/rules";
import { findSettings } from "@/lib/settings/queries";

const PAID_BY = { stripe: "Card, by Stripe", test: "Test payment: no money moved" };

/**
 * The receipt of an invoice, for its member and for staff: of the payment that pays it, else of the
 * last that was given back. Null: not theirs, or never paid.
 */
export async function findReceipt(
  actor: MemberActor,
  invoiceId: string,
  now: Date,
): Promise<ReceiptFacts | null> {
  if (!isId(invoiceId)) return null;
  const memberId = may(actor, "follow renewals") ? undefined : actor.memberId;
  const [payment, settings] = await Promise.all([
    db.payment.findFirst({
      where: {
        paidAt: { not: null },
        OR: [{ standing: true }, { refundedAt: { not: null } }],
        invoice: { id: invoiceId, renewal: { memberId } },
      },
      orderBy: [{ standing: "desc" }, { paidAt: "desc" }],
      select: {
        ...{ id: true, gateway: true, cents: true, lateFee: true, currency: true },
        ...{ paymentRef: true, paidAt: true, refundedAt: true, events: eventsOfMoney },
        invoice: {
          select: {
            number: true,
            issuedAt: true,
            lines: { orderBy: { position: "asc" }, select: { text: true, cents: true } },
            renewal: {
              select: {
                member: { select: { firstName: true, lastName: true, memberNumber: true } },
              },
            },
          },
        },
      },
    }),
    findSettings(),
  ]);
  if (!payment?.paidAt) return null;
  const { invoice, lateFee, currency, refundedAt } = payment;
  const { member } = invoice.renewal;
  const received = receivedOf(payment);
  const dayOfInstant = (at: Date) => todayIn(settings.timeZone, at);
  const lines = [...invoice.lines, ...(lateFee > 0 ? [{ text: "Late fee", cents: lateFee }] : [])];
  return {
    invoiceNumber: invoice.number,
    association: settings.associationName,
    contact: settings.membershipEmail,
    paper: settings.paper,
    name: fullName(member),
    memberNumber: member.memberNumber,
    lines: [
      ...lines.map(({ text, cents }) => ({ text, amount: printMoney(cents, currency) })),
      ...differenceOf(payment, received),
    ],
    total: printMoney(received.cents, received.currency),
    issuedOn: dayOfInstant(invoice.issuedAt),
    paidOn: dayOfInstant(payment.paidAt),
    paidBy: PAID_BY[payment.gateway],
    reference: payment.paymentRef ?? payment.id,
    refundedOn: refundedAt && dayOfInstant(refundedAt),
    madeOn: dayOfInstant(now),
  };
}
