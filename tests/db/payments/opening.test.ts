import { addMinutes } from "date-fns";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { setEnvironment } from "@/lib/env";
import { issueInvoices } from "@/lib/invoices/commands";
import { openPayment } from "@/lib/payments/commands";
import { aCertification } from "@/tests/support/a-certification";
import {
  aPaidPayment,
  aPayment,
  invoiceOf,
  newsOf,
  OPENED_AT,
  open,
  receive,
} from "@/tests/support/a-payment";
import { aRenewal, INVOICED_AT, INVOICED_ON } from "@/tests/support/a-renewal";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { openPaymentDoor } from "@/tests/support/payment-door";

let door: Awaited<ReturnType<typeof openPaymentDoor>>;

beforeAll(async () => {
  door = await openPaymentDoor();
  await db.setting.update({ where: { id: 1 }, data: { timeZone: "America/Chicago" } });
});

afterAll(() => door.close());

afterEach(() => setEnvironment({ CREDENCE_MODE: "development" }));

const pagesOf = (renewalId: string) =>
  db.payment.findMany({ where: { invoice: { renewalId } }, orderBy: { id: "asc" } });

test("a page asks for what is due when it is opened, for half an hour", async () => {
  const { payment } = await aPayment({ renewal: await aRenewal("CAM", "CALP") });
  expect(payment).toMatchObject({
    ...{ gateway: "test", cents: 25000, lateFee: 0, currency: "usd", openedAt: OPENED_AT },
    ...{ expiresAt: addMinutes(OPENED_AT, 30), standing: false },
  });
});

test("the late fee comes with the association's first of April, not with the server's", async () => {
  const before = await aPayment({ now: new Date("2027-04-01T04:59:59Z") });
  const after = await aPayment({ now: new Date("2027-04-01T05:00:00Z") });
  expect(before.payment).toMatchObject({ cents: 12500, lateFee: 0 });
  expect(after.payment).toMatchObject({ cents: 17500, lateFee: 5000 });
});

test("a page opened the day before the late fee is owed without it, though it is paid after", async () => {
  const { payment, renewal } = await aPayment({ now: new Date("2027-04-01T04:59:00Z") });
  await receive(newsOf(payment, "paid"), new Date("2027-04-01T05:20:00Z"));
  expect(await pagesOf(renewal.id)).toMatchObject([{ cents: 12500, standing: true }]);
});

test("a page that is still open is offered again, and a new one when it is about to close", async () => {
  const { renewal, payment } = await aPayment();
  expect(await open(renewal, addMinutes(OPENED_AT, 20))).toBe(payment.pageUrl);
  expect(await open(renewal, addMinutes(OPENED_AT, 29))).not.toBe(payment.pageUrl);
  expect(await pagesOf(renewal.id)).toHaveLength(2);
});

test("a page for another amount is closed before the new one opens", async () => {
  const opened = new Date("2027-04-01T04:50:00Z");
  const { renewal } = await aPayment({ now: opened });
  await open(renewal, addMinutes(opened, 15));
  expect(await pagesOf(renewal.id)).toMatchObject([
    { cents: 12500, expiredAt: expect.any(Date) },
    { cents: 17500, expiredAt: null },
  ]);
});

test("five who open at once get one page", async () => {
  const renewal = await aRenewal();
  const urls = await Promise.all(Array.from({ length: 5 }, () => open(renewal)));
  expect(new Set(urls).size).toBe(1);
  expect(await pagesOf(renewal.id)).toHaveLength(1);
});

test("what can't be paid says why", async () => {
  const paid = await aPaidPayment();
  await expect(open(paid.renewal)).rejects.toMatchObject({ message: "This renewal is paid." });
  const retired = await aRenewal();
  await db.member.update({ where: { id: retired.member.id }, data: { retiredAt: OPENED_AT } });
  await expect(open(retired)).rejects.toMatchObject({
    message: expect.stringContaining("not active"),
  });
  const pending = await aPayment();
  await receive(newsOf(pending.payment, "pending"));
  await expect(open(pending.renewal)).rejects.toMatchObject({
    message: expect.stringContaining("being confirmed"),
  });
});

test("an invoice that was replaced is not paid by mistake", async () => {
  const renewal = await aRenewal();
  const { id, ...old } = await invoiceOf(renewal.id);
  await db.invoice.update({ where: { id }, data: { voidedAt: OPENED_AT } });
  const line = { position: 1, kind: "adjustment", text: "Another fee", cents: 9900 } as const;
  await db.invoice.create({ data: { ...old, number: 5000, lines: { create: line } } });
  const input = { renewalId: renewal.id, invoiceId: id };
  await expect(openPayment(actorOf(renewal.member), input, OPENED_AT)).rejects.toMatchObject({
    message: expect.stringContaining("replaced by a new one"),
  });
});

test("a lapsed renewal can't be paid, and money that comes for it needs staff", async () => {
  const member = await anAccount({ password: null });
  await aRenewal();
  await aCertification("ACSM-CPT", [{ startsOn: "2024-01-01", endsOn: "2026-12-31" }], member.id);
  await issueInvoices(INVOICED_ON, INVOICED_AT);
  const { id, lapsesOn } = await db.renewal.findFirstOrThrow({ where: { memberId: member.id } });
  const renewal = { id, member };
  const lapsed = addMinutes(lapsesOn ?? INVOICED_AT, 24 * 60);
  const { payment } = await aPayment({ renewal, now: addMinutes(lapsesOn ?? INVOICED_AT, -60) });
  await expect(open(renewal, lapsed)).rejects.toMatchObject({
    message: expect.stringContaining("lapsed"),
  });
  await receive(newsOf(payment, "paid"), lapsed);
  expect(await pagesOf(id)).toMatchObject([{ heldWhy: "renewal_lapsed", standing: false }]);
});

test("another member's renewal does not exist", async () => {
  const renewal = await aRenewal();
  const stranger = await anAccount({ password: null });
  await expect(open({ ...renewal, member: stranger })).rejects.toMatchObject({
    kind: "not-found",
  });
  expect(await pagesOf(renewal.id)).toHaveLength(0);
});

test("production without Stripe's keys says that online payment is not set up", async () => {
  const renewal = await aRenewal();
  setEnvironment({ CREDENCE_MODE: "production" });
  await expect(open(renewal)).rejects.toMatchObject({
    message: expect.stringContaining("Online payment is not set up yet"),
  });
  expect(await pagesOf(renewal.id)).toHaveLength(0);
});
