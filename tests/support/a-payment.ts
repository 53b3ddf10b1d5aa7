import { randomUUID } from "node:crypto";
import { addMinutes } from "date-fns";
import { db } from "@/lib/db";
import { openPayment } from "@/lib/payments/commands";
import type { GatewayEvent } from "@/lib/payments/gateway";
import { receivePaymentEvent } from "@/lib/payments/receive";
import { stateOf } from "@/lib/payments/rules";
import { aRenewal, INVOICED_AT } from "./a-renewal";
import { actorOf } from "./accounts";

/** When a page of the tests is opened, unless told: a day after the invoice. */
export const OPENED_AT = addMinutes(INVOICED_AT, 24 * 60);
export const PAID_AT = addMinutes(OPENED_AT, 5);

type Renewing = Awaited<ReturnType<typeof aRenewal>>;

export const invoiceOf = (renewalId: string) =>
  db.invoice.findFirstOrThrow({ where: { renewalId, voidedAt: null } });

/** Opens the page of a renewal's invoice as its member, and answers its address. */
export async function open({ id: renewalId, member }: Renewing, now = OPENED_AT) {
  const { id: invoiceId } = await invoiceOf(renewalId);
  return openPayment(actorOf(member), { renewalId, invoiceId }, now);
}

/** A page that a member opened for a renewal, of its own unless told. */
export async function aPayment(told: { renewal?: Renewing; now?: Date } = {}) {
  const renewal = told.renewal ?? (await aRenewal());
  const pageUrl = await open(renewal, told.now);
  const payment = await db.payment.findFirstOrThrow({ where: { pageUrl } });
  return { renewal, payment };
}

export type TestPayment = Awaited<ReturnType<typeof aPayment>>["payment"];

/** News of a payment as its gateway tells them, each with a name of its own. */
export function newsOf(
  payment: TestPayment,
  news: GatewayEvent["news"],
  told: Partial<GatewayEvent> = {},
): GatewayEvent {
  const { id: paymentId, pageId, cents, currency } = payment;
  const facts = { paymentId, pageId, cents, currency, paymentRef: `money-${paymentId}` };
  return { id: `evt_${randomUUID()}`, news, ...facts, happenedAt: PAID_AT, ...told };
}

/** Has news come in. */
export const receive = (event: GatewayEvent, now = PAID_AT) =>
  receivePaymentEvent("test", event, now);

/** A payment that was made. */
export async function aPaidPayment(told: Parameters<typeof aPayment>[0] = {}) {
  const made = await aPayment(told);
  await receive(newsOf(made.payment, "paid"));
  return made;
}

/** How a payment stands by now. */
export async function stateNow({ id }: { id: string }) {
  const { resolution, ...payment } = await db.payment.findUniqueOrThrow({
    where: { id },
    include: { resolution: true },
  });
  return stateOf({ ...payment, resolvedAt: resolution?.resolvedAt ?? null });
}

/** The kinds of mail that a member has got. */
export async function mailsTo({ id: memberId }: { id: string }) {
  const sent = await db.message.findMany({ where: { memberId }, orderBy: { id: "asc" } });
  return sent.map(({ kind }) => kind).filter((kind) => kind !== "renewal_due");
}
