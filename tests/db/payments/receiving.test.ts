import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { findAnyRenewal } from "@/lib/renewals/queries";
import {
  aPaidPayment,
  aPayment,
  mailsTo,
  newsOf,
  open,
  PAID_AT,
  receive,
  stateNow,
} from "@/tests/support/a-payment";
import { aRenewal } from "@/tests/support/a-renewal";

const isPaid = async (renewalId: string) => (await findAnyRenewal(renewalId))?.isPaid;

/** A renewal that only the payment is missing from, and its open page. */
async function allButPaid() {
  const renewal = await aRenewal();
  await db.renewal.update({
    where: { id: renewal.id },
    data: { contactConfirmedAt: PAID_AT },
  });
  await db.waiver.create({
    data: {
      ...{ renewalId: renewal.id, part: "credits", kind: "other" },
      ...{ reason: "Tests pay only.", grantedAt: PAID_AT },
    },
  });
  return aPayment({ renewal });
}

const renewedAt = async (id: string) =>
  (await db.renewal.findUniqueOrThrow({ where: { id } })).renewedAt;

test("a success pays the invoice, tells the member and renews in one transaction", async () => {
  const { payment, renewal } = await allButPaid();
  expect(await receive(newsOf(payment, "paid"))).toBe("taken in");
  expect(await stateNow(payment)).toBe("paid");
  expect(await renewedAt(renewal.id)).toEqual(PAID_AT);
  expect(await mailsTo(renewal.member)).toEqual(["payment_received", "renewed"]);
  const acts = await db.auditEntry.findMany({
    where: { subjectId: payment.id },
    orderBy: { sequence: "asc" },
  });
  expect(acts.map(({ act }) => act)).toEqual(["opened a payment page", "received payment news"]);
});

test("the same news twice are taken in once", async () => {
  const { payment, renewal } = await aPayment();
  const news = newsOf(payment, "paid");
  expect(await receive(news)).toBe("taken in");
  expect(await receive(news)).toBe("known already");
  expect(await receive(newsOf(payment, "paid"))).toBe("taken in");
  expect(await mailsTo(renewal.member)).toEqual(["payment_received"]);
});

test("the same news five times at once are taken in once", async () => {
  const { payment, renewal } = await allButPaid();
  const news = newsOf(payment, "paid");
  const taken = await Promise.all(Array.from({ length: 5 }, () => receive(news)));
  expect(taken.filter((each) => each === "taken in")).toHaveLength(1);
  expect(await mailsTo(renewal.member)).toEqual(["payment_received", "renewed"]);
});

test("two successes by different names at once make one payment", async () => {
  const { payment, renewal } = await allButPaid();
  await Promise.all([receive(newsOf(payment, "paid")), receive(newsOf(payment, "paid"))]);
  expect(await stateNow(payment)).toBe("paid");
  expect(await mailsTo(renewal.member)).toEqual(["payment_received", "renewed"]);
});

const ORDERS: [string, Parameters<typeof newsOf>[1][], string, boolean][] = [
  ["a decline changes nothing", ["declined"], "declined", false],
  ["a decline, then a success", ["declined", "paid"], "paid", true],
  ["a success, then a decline that came late", ["paid", "declined"], "paid", true],
  ["a page that expired", ["expired"], "expired", false],
  ["a success for a page that expired", ["expired", "paid"], "paid", true],
  ["a page that is told to have expired after its success", ["paid", "expired"], "paid", true],
  ["a bank that takes its time", ["pending"], "pending", false],
  ["a bank that took its time", ["pending", "paid"], "paid", true],
  ["a bank that refused in the end", ["pending", "failed"], "expired", false],
  ["a refund", ["paid", "refunded"], "refunded", false],
  ["a refund that is told before its success", ["refunded", "paid"], "refunded", false],
  ["a success again after a refund", ["paid", "refunded", "paid"], "refunded", false],
  ["a part that was refunded", ["paid", "part refunded"], "needs staff", false],
  ["a part, then all of it", ["paid", "part refunded", "refunded"], "refunded", false],
  [
    "a refund that the bank sent back",
    ["paid", "refunded", "refund failed"],
    "refund failed",
    false,
  ],
];

test.each(ORDERS)("%s", async (_told, kinds, state, paid) => {
  const { payment, renewal } = await allButPaid();
  for (const kind of kinds) await receive(newsOf(payment, kind));
  expect(await stateNow(payment)).toBe(state);
  expect(await isPaid(renewal.id)).toBe(paid);
  expect((await renewedAt(renewal.id)) !== null).toBe(paid);
});

test.each([
  { what: "another amount", cents: 12400 },
  { what: "another currency", currency: "eur" },
  { what: "another page", pageId: "test-another" },
  { what: "no amount", cents: null },
])("a success with $what needs staff and pays nothing", async ({ what: _, ...told }) => {
  const { payment, renewal } = await allButPaid();
  expect(await receive(newsOf(payment, "paid", told))).toBe("taken in");
  expect(await stateNow(payment)).toBe("needs staff");
  expect(await isPaid(renewal.id)).toBe(false);
  expect(await renewedAt(renewal.id)).toBeNull();
  expect(await mailsTo(renewal.member)).toEqual([]);
});

test("news of a page that nobody opened are kept for staff", async () => {
  const { payment } = await aPayment();
  const stranger = { ...newsOf(payment, "paid"), paymentId: randomUUID() };
  expect(await receive(stranger)).toBe("kept for staff");
  expect(await receive(stranger)).toBe("known already");
  expect(await stateNow(payment)).toBe("open");
  expect(await db.paymentEvent.findMany({ where: { eventId: stranger.id } })).toMatchObject([
    { paymentId: null, kind: "paid", cents: 12500, currency: "usd" },
  ]);
});

test("a refund made at the gateway is known by the money's name alone", async () => {
  const { payment, renewal } = await aPaidPayment();
  await receive(newsOf(payment, "refunded", { paymentId: null, pageId: null }));
  expect(await stateNow(payment)).toBe("refunded");
  expect(await mailsTo(renewal.member)).toEqual(["payment_received", "payment_refunded"]);
});

test("a refund puts a renewal back to payment due, and the next payment renews again", async () => {
  const { payment, renewal } = await allButPaid();
  await receive(newsOf(payment, "paid"));
  await receive(newsOf(payment, "refunded"));
  expect(await renewedAt(renewal.id)).toBeNull();
  const { payment: second } = await aPayment({ renewal, now: PAID_AT });
  expect(second.id).not.toBe(payment.id);
  await receive(newsOf(second, "paid"));
  expect(await renewedAt(renewal.id)).toEqual(PAID_AT);
});

/** Two pages of one invoice: the first expired here while its visitor still paid on it. */
async function twoPages() {
  const { payment: first, renewal } = await allButPaid();
  await receive(newsOf(first, "expired"));
  const { payment: second } = await aPayment({ renewal });
  expect(second.id).not.toBe(first.id);
  return { first, second, renewal };
}

test.each(["the first's news first", "the second's news first"])(
  "who paid twice has one payment and one for staff, whichever is told first: %s",
  async (told) => {
    const { first, second, renewal } = await twoPages();
    const news = [
      newsOf(first, "paid", { happenedAt: new Date(PAID_AT.getTime() - 60_000) }),
      newsOf(second, "paid"),
    ];
    for (const each of told.startsWith("the first") ? news : news.toReversed()) await receive(each);
    expect(await stateNow(first)).toBe("paid");
    expect(await stateNow(second)).toBe("needs staff");
    expect(await mailsTo(renewal.member)).toEqual(["payment_received", "renewed"]);
    // Whichever of the two goes back, the other pays.
    await receive(newsOf(first, "refunded"));
    expect(await stateNow(second)).toBe("paid");
    expect(await renewedAt(renewal.id)).not.toBeNull();
  },
);

test("two pages paid at once: one pays, one needs staff", async () => {
  const { first, second, renewal } = await twoPages();
  await Promise.all([receive(newsOf(first, "paid")), receive(newsOf(second, "paid"))]);
  const states = [await stateNow(first), await stateNow(second)];
  expect(states.toSorted()).toEqual(["needs staff", "paid"]);
  expect(await mailsTo(renewal.member)).toEqual(["payment_received", "renewed"]);
});

test("money for an invoice that was waived meanwhile needs staff", async () => {
  const { payment, renewal } = await aPayment();
  await db.waiver.create({
    data: {
      ...{ renewalId: renewal.id, part: "fee", kind: "deployment" },
      ...{ reason: "Deployed.", grantedAt: PAID_AT },
    },
  });
  await receive(newsOf(payment, "paid"));
  expect(await stateNow(payment)).toBe("needs staff");
  await expect(open(renewal)).rejects.toMatchObject({ kind: "conflict" });
});

test("money for an invoice that was replaced meanwhile needs staff", async () => {
  const { payment, renewal } = await aPayment();
  const { id, ...old } = await db.invoice.findFirstOrThrow({ where: { id: payment.invoiceId } });
  await db.invoice.update({ where: { id }, data: { voidedAt: PAID_AT } });
  const line = { position: 1, kind: "adjustment", text: "Another fee", cents: 9900 } as const;
  await db.invoice.create({ data: { ...old, number: old.number + 1000, lines: { create: line } } });
  await receive(newsOf(payment, "paid"));
  expect(await stateNow(payment)).toBe("needs staff");
  expect(await isPaid(renewal.id)).toBe(false);
});
