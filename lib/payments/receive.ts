import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { todayIn } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { isId } from "@/lib/ids";
import { closePagesSoon } from "@/lib/payments/closing";
import type { GatewayEvent } from "@/lib/payments/gateway";
import { tellOfPayment, tellOfRefund } from "@/lib/payments/letters";
import { GATEWAY, newFacts, type PaymentGateway, type PaymentHold } from "@/lib/payments/rules";
import { chooseStanding, findStanding } from "@/lib/payments/standing";
import { settleRenewal, undoRenewal } from "@/lib/renewals/commands";
import { lockUnattended } from "@/lib/renewals/lock";
import type { MemberRenewal } from "@/lib/renewals/queries";
import { stateOf } from "@/lib/renewals/rules";
import { readSettings } from "@/lib/settings/queries";

/** What became of news: taken in now, known already, or kept for staff since it names no payment. */
export type Taken = "taken in" | "known already" | "kept for staff";

/**
 * Takes in verified news of a gateway: once, whenever and in whatever order they come. What they say is
 * added to the payment's facts; whether the renewal is paid follows, and with it all else.
 */
export function receivePaymentEvent(
  gateway: PaymentGateway,
  event: GatewayEvent,
  now: Date,
): Promise<Taken> {
  return db.$transaction(async (tx) => {
    const named = await findNamed(tx, gateway, event);
    if (!named) {
      const isNew = await keepEvent(tx, gateway, event, null, now);
      return isNew ? "kept for staff" : "known already";
    }
    const renewal = await lockUnattended(tx, named.invoice.renewalId);
    if (!(await keepEvent(tx, gateway, event, named.id, now))) return "known already";
    await takeIn(tx, renewal, named.id, event, now);
    return "taken in";
  });
}

/** The payment that the news are about, by our name of it, else by the gateway's of the money. */
function findNamed(tx: Tx, gateway: PaymentGateway, { paymentId, paymentRef }: GatewayEvent) {
  if (paymentId !== null && !isId(paymentId)) return null;
  return tx.payment.findFirst({
    where: paymentId === null ? { gateway, paymentRef } : { gateway, id: paymentId },
    select: { id: true, invoice: { select: { renewalId: true } } },
  });
}

/** Keeps the news; false: they came before. */
async function keepEvent(
  tx: Tx,
  gateway: PaymentGateway,
  { id: eventId, news, paymentId: _, ...told }: GatewayEvent,
  paymentId: string | null,
  now: Date,
): Promise<boolean> {
  const row = { ...told, gateway, eventId, kind: news, paymentId, receivedAt: now };
  const { count } = await tx.paymentEvent.createMany({ data: row, skipDuplicates: true });
  return count === 1;
}

async function takeIn(
  tx: Tx,
  renewal: MemberRenewal,
  paymentId: string,
  event: GatewayEvent,
  now: Date,
) {
  const payment = await tx.payment.findUniqueOrThrow({
    where: { id: paymentId },
    include: { invoice: true },
  });
  const { timeZone } = await readSettings(tx);
  const hold = holdOf(payment, renewal, event, todayIn(timeZone, now));
  const act = event.news === "paid" && hold ? "paid differently" : event.news;
  const heldWhy = payment.heldWhy ?? hold;
  const data = {
    ...newFacts(payment, act, event.happenedAt),
    heldWhy,
    // Money that went back, or isn't what was asked, pays nothing from here on.
    standing: payment.standing && !heldWhy && act !== "refunded",
    paymentRef: payment.paymentRef ?? event.paymentRef,
  };
  const before = await findStanding(tx, payment.invoiceId);
  await tx.payment.update({ where: { id: paymentId }, data, select: { id: true } });
  const { news, id, cents, currency } = event;
  const facts = { news, event: id, gateway: payment.gateway, cents, currency, held: heldWhy };
  const told = { act: "received payment news", subject: "payment", subjectId: paymentId, facts };
  await recordAudit(tx, { actor: GATEWAY, ...told }, now);
  const change = await chooseStanding(tx, payment.invoiceId, before);
  if (change === "begins") {
    await tellOfPayment(tx, renewal, payment.invoiceId, now);
    await settleRenewal(tx, renewal.id, now);
    await closePagesSoon(tx, renewal.id, now);
  }
  if (change === "ends") await undoRenewal(tx, renewal.id, "The payment was given back.", now);
  if (event.news === "refunded" && !payment.refundedAt)
    await tellOfRefund(tx, renewal, payment, now);
}

type Judged = {
  cents: number;
  currency: string;
  pageId: string | null;
  paidAt: Date | null;
  invoice: { voidedAt: Date | null };
};

/** Why money can't simply pay the invoice; null: it can, or no money came. */
function holdOf(
  payment: Judged,
  renewal: MemberRenewal,
  event: GatewayEvent,
  today: string,
): PaymentHold | null {
  if (event.news === "part refunded") return "part_refunded";
  if (event.news !== "paid") return null;
  if (event.cents !== payment.cents || event.currency !== payment.currency) return "amount_differs";
  if (payment.pageId !== null && event.pageId !== payment.pageId) return "page_differs";
  // Told again of what was judged when it was told first.
  if (payment.paidAt) return null;
  if (payment.invoice.voidedAt) return "invoice_void";
  if (renewal.isPaid && !renewal.payment) return "nothing_due";
  const state = stateOf({ ...renewal, isApproved: false }, today);
  return state === "lapsed" ? "renewal_lapsed" : null;
}
