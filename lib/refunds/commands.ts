import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { queueJob } from "@/lib/jobs/queue";
import { type Actor, WORKER } from "@/lib/members/rules";
import { findGateway } from "@/lib/payments/gateways";
import { eventsOfMoney } from "@/lib/payments/queries";
import { receivedOf, refusalOf, stateOf } from "@/lib/payments/rules";
import { chooseStanding, findStanding } from "@/lib/payments/standing";
import type { RequestRefund, ResolveNews, ResolvePayment } from "@/lib/refunds/schema";
import { undoRenewal } from "@/lib/renewals/commands";
import { lockAnyRenewal } from "@/lib/renewals/lock";
import { may } from "@/lib/roles/rules";

const REFUSAL_OF_UNPAID =
  "The payment provider has not told of this money yet, so it can't be refunded from here.";

/**
 * An administrator asks for all of a payment to be given back, once. The gateway is called by a job,
 * and its news make it so: until then the invoice stays paid.
 */
export async function requestRefund(actor: Actor, input: RequestRefund, now: Date) {
  const { paymentId, reason } = input;
  await db.$transaction(async (tx) => {
    const { invoiceId } = await lockPayment(tx, actor, paymentId, "request refund");
    const before = await findStanding(tx, invoiceId);
    await tx.payment.update({
      where: { id: paymentId },
      data: {
        refundRequestedAt: now,
        refundRequestedById: actor.memberId,
        refundReason: reason,
      },
      select: { id: true },
    });
    // Of two payments of an invoice the one that stays pays it at once.
    await chooseStanding(tx, invoiceId, before);
    const told = { act: "requested a refund", subject: "payment", subjectId: paymentId };
    await recordAudit(tx, { actor, ...told, personal: { reason } }, now);
    await queueJob(tx, "refund-payment", { paymentId });
  });
}

/** Has the gateway give a payment back, as was asked. Throws to be tried again. */
export async function refundPayment(paymentId: string, lastTry: boolean, now: Date) {
  const payment = await db.payment.findUnique({
    where: { id: paymentId },
    select: {
      gateway: true,
      paymentRef: true,
      cents: true,
      currency: true,
      events: eventsOfMoney,
      refundRequestedAt: true,
      refundedAt: true,
      refundFailedAt: true,
    },
  });
  const isOver = payment?.refundedAt ?? payment?.refundFailedAt ?? null;
  if (!payment?.refundRequestedAt || isOver !== null) return;
  try {
    const { paymentRef } = payment;
    const gateway = findGateway(payment.gateway);
    if (!gateway) throw new Error(`The gateway ${payment.gateway} is not set up here.`);
    if (paymentRef === null) throw new Error("The gateway's name of the money is not known.");
    await gateway.refund({ paymentId, paymentRef, ...receivedOf(payment) });
  } catch (error) {
    if (!lastTry) throw error;
    // It may have been made all the same: only the gateway's news say that it failed.
    await noteNoAnswer(paymentId, now);
    throw error;
  }
}

function noteNoAnswer(paymentId: string, now: Date) {
  return db.$transaction(async (tx) => {
    const told = { act: "got no answer to a refund", subject: "payment", subjectId: paymentId };
    await recordAudit(tx, { actor: WORKER, ...told }, now);
  });
}

/** An administrator notes what was done about a payment that needed staff: it is listed no more. */
export async function resolvePayment(actor: Actor, input: ResolvePayment, now: Date) {
  const { paymentId, note } = input;
  await db.$transaction(async (tx) => {
    const { invoiceId, renewalId } = await lockPayment(tx, actor, paymentId, "resolve");
    const before = await findStanding(tx, invoiceId);
    await tx.paymentResolution.create({
      data: { paymentId, note, resolvedById: actor.memberId, resolvedAt: now },
      select: { id: true },
    });
    const change = await chooseStanding(tx, invoiceId, before);
    if (change === "ends") await undoRenewal(tx, renewalId, "Its payment was resolved.", now);
    const told = { act: "resolved a payment", subject: "payment", subjectId: paymentId };
    await recordAudit(tx, { actor, ...told, personal: { note } }, now);
  });
}

/** The same for news that name none of our payments. */
export async function resolveNews(actor: Actor, input: ResolveNews, now: Date) {
  if (!may(actor, "refund payments")) throw notFoundError();
  const { gateway, eventName: eventId, note } = input;
  await db.$transaction(async (tx) => {
    const event = await tx.paymentEvent.findUnique({
      where: { gateway_eventId: { gateway, eventId } },
      select: { paymentId: true },
    });
    if (!event || event.paymentId !== null) throw notFoundError();
    const row = { gateway, eventId, note, resolvedById: actor.memberId, resolvedAt: now };
    const { count } = await tx.paymentResolution.createMany({ data: row, skipDuplicates: true });
    if (count === 0) throw new DomainError("conflict", "A colleague has resolved it already.");
    const told = { act: "resolved payment news", subject: "payment news", subjectId: eventId };
    await recordAudit(tx, { actor, ...told, facts: { gateway }, personal: { note } }, now);
  });
}

/** A payment under its renewal's lock, for an administrator who may do the act and is not its member. */
async function lockPayment(tx: Tx, actor: Actor, id: string, act: "request refund" | "resolve") {
  if (!may(actor, "refund payments")) throw notFoundError();
  const select = { invoice: { select: { renewalId: true } } };
  const found = await tx.payment.findUnique({ where: { id }, select });
  if (!found) throw notFoundError();
  const { renewalId } = found.invoice;
  await lockAnyRenewal(tx, actor, "refund payments", renewalId);
  const payment = await tx.payment.findUniqueOrThrow({
    where: { id },
    include: { resolution: { select: { resolvedAt: true } } },
  });
  const resolvedAt = payment.resolution?.resolvedAt ?? null;
  const refusal = refusalOf(stateOf({ ...payment, resolvedAt }), act);
  if (refusal) throw new DomainError("conflict", refusal);
  if (act === "request refund" && (payment.paidAt === null || payment.paymentRef === null)) {
    throw new DomainError("conflict", REFUSAL_OF_UNPAID);
  }
  return { invoiceId: payment.invoiceId, renewalId };
}
