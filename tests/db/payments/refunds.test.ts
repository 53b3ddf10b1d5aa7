import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { listInvoices } from "@/lib/invoices/queries";
import { listNeedingStaff } from "@/lib/payments/queries";
import { refundPayment, requestRefund, resolveNews, resolvePayment } from "@/lib/refunds/commands";
import {
  aPaidPayment,
  aPayment,
  mailsTo,
  newsOf,
  PAID_AT,
  receive,
  stateNow,
} from "@/tests/support/a-payment";
import { actorOf } from "@/tests/support/accounts";
import { openPaymentDoor } from "@/tests/support/payment-door";
import { anAdministrator, aStaffMember, othersThanStaff } from "@/tests/support/staff";

let door: Awaited<ReturnType<typeof openPaymentDoor>>;

beforeAll(async () => {
  door = await openPaymentDoor();
});

afterAll(() => door.close());

const reason = "Left the profession.";
const note = "Settled by bank transfer.";

test("an administrator asks, a job calls the gateway, its news give the money back", async () => {
  const { payment, renewal } = await aPaidPayment();
  await requestRefund(await anAdministrator(), { paymentId: payment.id, reason }, PAID_AT);
  expect(await stateNow(payment)).toBe("refunding");
  const jobs = await db.$queryRaw<{ data: unknown }[]>`
    SELECT data FROM pgboss.job WHERE name = 'refund-payment' AND data->>'paymentId' = ${payment.id}`;
  expect(jobs).toEqual([{ data: { paymentId: payment.id } }]);
  await refundPayment(payment.id, false, PAID_AT);
  expect(await stateNow(payment)).toBe("refunded");
  await refundPayment(payment.id, false, PAID_AT);
  expect(await mailsTo(renewal.member)).toEqual(["payment_received", "payment_refunded"]);
  expect(await listInvoices(renewal.member.id, "2026-12-01")).toMatchObject([
    { paid: null, refundedAt: expect.any(Date) },
  ]);
  const acts = await db.auditEntry.findMany({
    where: { subjectId: payment.id },
    orderBy: { sequence: "asc" },
    select: { act: true },
  });
  expect(acts.map(({ act }) => act)).toEqual([
    ...["opened a payment page", "received payment news", "requested a refund"],
    "received payment news",
  ]);
});

test("a refund is asked for once, also by five at once", async () => {
  const { payment } = await aPaidPayment();
  const administrators = await Promise.all(Array.from({ length: 5 }, anAdministrator));
  const outcomes = await Promise.allSettled(
    administrators.map((actor) => requestRefund(actor, { paymentId: payment.id, reason }, PAID_AT)),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const each of outcomes) {
    if (each.status === "rejected") expect(each.reason).toMatchObject({ kind: "conflict" });
  }
});

test("what was not paid can't be given back, nor what pays be resolved", async () => {
  const administrator = await anAdministrator();
  const { payment: open } = await aPayment();
  const { payment: paid } = await aPaidPayment();
  for (const act of [
    () => requestRefund(administrator, { paymentId: open.id, reason }, PAID_AT),
    () => resolvePayment(administrator, { paymentId: open.id, note }, PAID_AT),
    () => resolvePayment(administrator, { paymentId: paid.id, note }, PAID_AT),
  ]) {
    await expect(act()).rejects.toMatchObject({ kind: "conflict" });
  }
  expect(await stateNow(open)).toBe("open");
  expect(await stateNow(paid)).toBe("paid");
});

test("members, offices and staff without that role find nothing; nobody acts on their own", async () => {
  const { payment, renewal } = await aPaidPayment();
  const paymentId = payment.id;
  const others = [...(await othersThanStaff()), await aStaffMember(), actorOf(renewal.member)];
  for (const actor of others) {
    for (const act of [
      () => requestRefund(actor, { paymentId, reason }, PAID_AT),
      () => resolvePayment(actor, { paymentId, note }, PAID_AT),
      () => resolveNews(actor, { gateway: "test", eventName: "evt_x", note }, PAID_AT),
    ]) {
      await expect(act()).rejects.toMatchObject({ kind: "not-found" });
    }
  }
  const own = { ...actorOf(renewal.member), roles: ["administrator"] as const };
  await expect(requestRefund(own, { paymentId, reason }, PAID_AT)).rejects.toMatchObject({
    message: "Nobody decides about their own record. Ask a colleague.",
  });
  const unknown = { paymentId: randomUUID(), reason };
  await expect(requestRefund(await anAdministrator(), unknown, PAID_AT)).rejects.toMatchObject({
    kind: "not-found",
  });
  expect(await stateNow(payment)).toBe("paid");
});

test("what needs staff is listed until an administrator says what was done", async () => {
  const { payment } = await aPayment();
  await receive(newsOf(payment, "paid", { cents: 1 }));
  const stranger = { ...newsOf(payment, "paid"), paymentId: randomUUID() };
  await receive(stranger);
  const listed = async () => {
    const { payments, news } = await listNeedingStaff(new Date());
    return [
      payments.some(({ id }) => id === payment.id),
      news.some(({ eventId }) => eventId === stranger.id),
    ];
  };
  expect(await listed()).toEqual([true, true]);
  const administrator = await anAdministrator();
  await resolvePayment(administrator, { paymentId: payment.id, note }, PAID_AT);
  expect(await stateNow(payment)).toBe("resolved");
  expect(await listed()).toEqual([false, true]);
  const told = { gateway: "test", eventName: stranger.id, note } as const;
  await resolveNews(administrator, told, PAID_AT);
  expect(await listed()).toEqual([false, false]);
  await expect(resolveNews(administrator, told, PAID_AT)).rejects.toMatchObject({
    kind: "conflict",
  });
  await expect(
    resolvePayment(administrator, { paymentId: payment.id, note }, PAID_AT),
  ).rejects.toMatchObject({ kind: "conflict" });
});

test("of two payments one is given back, and the renewal stays paid all the while", async () => {
  const { payment: first, renewal } = await aPayment();
  await receive(newsOf(first, "expired"));
  const { payment: second } = await aPayment({ renewal });
  await receive(newsOf(first, "paid"));
  await receive(newsOf(second, "paid"));
  await requestRefund(await anAdministrator(), { paymentId: first.id, reason }, PAID_AT);
  expect([await stateNow(first), await stateNow(second)]).toEqual(["refunding", "paid"]);
  await refundPayment(first.id, false, PAID_AT);
  expect([await stateNow(first), await stateNow(second)]).toEqual(["refunded", "paid"]);
  const mails = await db.message.findMany({ where: { memberId: renewal.member.id } });
  expect(mails.find(({ kind }) => kind === "payment_refunded")?.text).toContain("stays paid");
});
