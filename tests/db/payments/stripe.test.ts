import { addMinutes } from "date-fns";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { env, setEnvironment } from "@/lib/env";
import { listNeedingStaff } from "@/lib/payments/queries";
import { refundPayment, requestRefund } from "@/lib/refunds/commands";
import { open, stateNow } from "@/tests/support/a-payment";
import { aRenewal as anyRenewal } from "@/tests/support/a-renewal";
import { openPaymentDoor } from "@/tests/support/payment-door";
import { anAdministrator } from "@/tests/support/staff";
import { STRIPE_KEY, STRIPE_SECRET, startStripeServer } from "@/tests/support/stripe-server";

// The library makes real calls and checks real signatures; Stripe keeps the true time, so do we here.
let door: Awaited<ReturnType<typeof openPaymentDoor>>;
let stripe: Awaited<ReturnType<typeof startStripeServer>>;

beforeAll(async () => {
  door = await openPaymentDoor();
  stripe = await startStripeServer(() => `${env.PUBLIC_URL}/api/payments/stripe`);
  setEnvironment({
    STRIPE_SECRET_KEY: STRIPE_KEY,
    STRIPE_WEBHOOK_SECRET: STRIPE_SECRET,
    STRIPE_API_URL: stripe.address,
  });
});

afterAll(async () => {
  await stripe.stop();
  await door.close();
});

/** A renewal that falls due long after the true time: no late fee is on it yet. */
async function aRenewal() {
  const renewal = await anyRenewal();
  const far = new Date("2090-01-01");
  await db.renewal.update({ where: { id: renewal.id }, data: { dueOn: far, lateFeeFrom: far } });
  return renewal;
}

/** A page opened at Stripe just now. */
async function aPage(now = new Date()) {
  const renewal = await aRenewal();
  const url = await open(renewal, now);
  const payment = await db.payment.findFirstOrThrow({ where: { pageUrl: url } });
  const page = stripe.pages.get(payment.pageId ?? "");
  if (!page) throw new Error("Stripe has no such page.");
  return { renewal, url, payment, page };
}

test("a page is opened at Stripe with the amount, our name, and the ways back", async () => {
  const { renewal, url, payment, page } = await aPage();
  expect(url).toBe(page.url);
  expect(payment).toMatchObject({ gateway: "stripe", cents: 12500, pageId: page.id });
  const { fields, key } = stripe.asked.findLast(({ path }) => path.endsWith("/sessions")) ?? {};
  expect(key).toBe(`page-${payment.id}`);
  const told = Object.fromEntries(fields ?? []);
  expect(told).toMatchObject({
    mode: "payment",
    "allowed_payment_method_types[0]": "card",
    "line_items[0][price_data][unit_amount]": "12500",
    "line_items[0][price_data][currency]": "usd",
    client_reference_id: payment.id,
    customer_email: renewal.member.email,
    success_url: `${env.PUBLIC_URL}/renewals/${renewal.id}?payment=made#step-2`,
    cancel_url: `${env.PUBLIC_URL}/renewals/${renewal.id}?payment=left#step-2`,
  });
});

test("five who open at once get one page of Stripe's", async () => {
  const renewal = await aRenewal();
  const before = stripe.pages.size;
  const now = new Date();
  const urls = await Promise.all(Array.from({ length: 5 }, () => open(renewal, now)));
  expect(new Set(urls).size).toBe(1);
  expect(stripe.pages.size).toBe(before + 1);
});

test("its signed success pays; the same event again changes nothing", async () => {
  const { payment, page } = await aPage();
  stripe.visit(page.id);
  expect(await stripe.tell("checkout.session.completed", page, "evt_same")).toBe(200);
  expect(await stripe.tell("checkout.session.completed", page, "evt_same")).toBe(200);
  expect(await stateNow(payment)).toBe("paid");
  expect(await db.paymentEvent.count({ where: { paymentId: payment.id } })).toBe(1);
});

test.each([
  ["checkout.session.expired", {}, "expired"],
  ["checkout.session.completed", { payment_status: "unpaid" }, "pending"],
  ["checkout.session.async_payment_succeeded", {}, "paid"],
  ["checkout.session.async_payment_failed", {}, "expired"],
  ["checkout.session.completed", { payment_status: "paid", amount_total: 1 }, "needs staff"],
  ["checkout.session.completed", { payment_status: "paid", currency: "cad" }, "needs staff"],
  ["payment_intent.payment_failed", {}, "declined"],
  ["charge.refunded", { refunded: true }, "refunded"],
  ["charge.refunded", { refunded: false }, "needs staff"],
  ["refund.failed", {}, "refund failed"],
  ["customer.created", {}, "open"],
] as const)("%s %j: %s", async (type, more, state) => {
  const { payment, page } = await aPage();
  expect(await stripe.tell(type, { ...page, ...more })).toBe(200);
  expect(await stateNow(payment)).toBe(state);
});

test("a page that was paid while its amount changed is not opened a second time", async () => {
  const { renewal, page } = await aPage();
  await db.renewal.update({
    where: { id: renewal.id },
    data: { dueOn: new Date("2026-01-01"), lateFeeFrom: new Date("2026-01-01") },
  });
  stripe.visit(page.id);
  await expect(open(renewal, new Date())).rejects.toMatchObject({
    message: expect.stringContaining("being confirmed"),
  });
});

test("an open page for another amount is closed at Stripe", async () => {
  const { renewal, page } = await aPage();
  await db.renewal.update({
    where: { id: renewal.id },
    data: { dueOn: new Date("2026-01-01"), lateFeeFrom: new Date("2026-01-01") },
  });
  const url = await open(renewal, new Date());
  expect(url).not.toBe(page.url);
  expect(page.status).toBe("expired");
});

test("when Stripe does not answer, nothing is opened, and the next try opens one page", async () => {
  const renewal = await aRenewal();
  const now = new Date();
  stripe.goDown(true);
  await expect(open(renewal, now)).rejects.toMatchObject({
    message: expect.stringContaining("does not answer"),
  });
  stripe.goDown(false);
  expect(await open(renewal, now)).toContain("/pay/cs_test_");
  expect(await db.payment.count({ where: { invoice: { renewalId: renewal.id } } })).toBe(1);
});

test("a refund is asked for once, however often its job runs, and Stripe's news make it so", async () => {
  const { payment, page } = await aPage();
  stripe.visit(page.id);
  await stripe.tell("checkout.session.completed", page);
  const administrator = await anAdministrator();
  await requestRefund(administrator, { paymentId: payment.id, reason: "Paid twice." }, new Date());
  await refundPayment(payment.id, false, new Date());
  await refundPayment(payment.id, false, addMinutes(new Date(), 5));
  const refunds = stripe.asked.filter(({ path }) => path.endsWith("/refunds"));
  expect(new Set(refunds.map(({ key }) => key))).toEqual(new Set([`refund-${payment.id}`]));
  expect(await stateNow(payment)).toBe("refunding");
  const charge = { payment_intent: page.payment_intent, metadata: page.metadata, refunded: true };
  await stripe.tell("charge.refunded", { ...charge, amount_refunded: 12500, currency: "usd" });
  expect(await stateNow(payment)).toBe("refunded");
});

test("a refund that Stripe can't make is tried again, and in the end left to staff", async () => {
  const { payment, page } = await aPage();
  stripe.visit(page.id);
  await stripe.tell("checkout.session.completed", page);
  const administrator = await anAdministrator();
  await requestRefund(administrator, { paymentId: payment.id, reason: "Paid twice." }, new Date());
  stripe.goDown(true);
  await expect(refundPayment(payment.id, false, new Date())).rejects.toThrow();
  expect(await stateNow(payment)).toBe("refunding");
  await expect(refundPayment(payment.id, true, new Date())).rejects.toThrow();
  stripe.goDown(false);
  // It may have been made all the same, so it did not fail; without an answer for a day it is listed.
  expect(await stateNow(payment)).toBe("refunding");
  const listed = async (at: Date) =>
    (await listNeedingStaff(at)).payments.some(({ id }) => id === payment.id);
  expect(await listed(new Date())).toBe(false);
  expect(await listed(new Date(Date.now() + 25 * 60 * 60_000))).toBe(true);
  const charge = { payment_intent: page.payment_intent, metadata: page.metadata, refunded: true };
  await stripe.tell("charge.refunded", { ...charge, amount_refunded: 12500, currency: "usd" });
  expect(await stateNow(payment)).toBe("refunded");
  expect(await listed(new Date(Date.now() + 25 * 60 * 60_000))).toBe(false);
});
