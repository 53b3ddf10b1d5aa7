import { addSeconds } from "date-fns";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { setEnvironment } from "@/lib/env";
import { playTestPage } from "@/lib/payments/play";
import { signedNews } from "@/lib/payments/test-gateway";
import { aPayment, mailsTo, stateNow, type TestPayment } from "@/tests/support/a-payment";
import { bring, openPaymentDoor } from "@/tests/support/payment-door";
import { until } from "@/tests/support/worker";

let door: Awaited<ReturnType<typeof openPaymentDoor>>;

beforeAll(async () => {
  door = await openPaymentDoor();
});

afterAll(() => door.close());

afterEach(() => setEnvironment({ CREDENCE_MODE: "development" }));

let told = 0;

/** A success in Stripe's own words. */
function successOf({ id, pageId, cents, currency }: TestPayment) {
  told += 1;
  const metadata = { credence_payment: id };
  const page = { id: pageId, amount_total: cents, currency, payment_status: "paid", metadata };
  return JSON.stringify({
    ...{ id: `evt_${told}`, object: "event", type: "checkout.session.completed" },
    ...{ created: Math.floor(Date.now() / 1000), data: { object: page } },
  });
}

const signed = (body: string, at?: Date) => ({ "Stripe-Signature": signedNews(body, at) });

describe("the endpoint", () => {
  test("takes in what is signed, and says so again when it comes again", async () => {
    const { payment, renewal } = await aPayment();
    const body = successOf(payment);
    expect(await bring("test", body, signed(body))).toMatchObject({
      status: 200,
      words: "taken in",
    });
    expect(await bring("test", body, signed(body))).toMatchObject({
      status: 200,
      words: "known already",
    });
    expect(await stateNow(payment)).toBe("paid");
    expect(await mailsTo(renewal.member)).toEqual(["payment_received"]);
  });

  test("refuses what is forged, changed, unsigned, stale or from another time's signature", async () => {
    const { payment } = await aPayment();
    const body = successOf(payment);
    const ours = signedNews(body);
    const cheaper = body.replace("12500", "100");
    const forgeries: [string, Record<string, string>][] = [
      [body, {}],
      [body, { "Stripe-Signature": "t=1,v1=00" }],
      [body, { "Stripe-Signature": ours.replace(/v1=.{6}/, "v1=000000") }],
      [body, { "Stripe-Signature": ours.replace("v1=", "v0=") }],
      [cheaper, { "Stripe-Signature": ours }],
      [`${body} `, { "Stripe-Signature": ours }],
      [body, signed(body, addSeconds(new Date(), -301))],
      ["", signed(body)],
    ];
    for (const [sent, headers] of forgeries) {
      expect((await bring("test", sent, headers)).status).toBe(400);
    }
    expect(await stateNow(payment)).toBe("open");
    expect(await db.paymentEvent.count({ where: { paymentId: payment.id } })).toBe(0);
  });

  test("refuses signed words that are no news", async () => {
    expect((await bring("test", "no json", signed("no json"))).status).toBe(400);
  });

  test("reads no more than news may be long", async () => {
    const long = "x".repeat(300_000);
    expect((await bring("test", long, signed(long))).status).toBe(413);
  });

  test("passes over what payments don't care for, and what another system was paid", async () => {
    const strange = { id: "evt_a", object: "event", created: 1, type: "customer.created" };
    const theirs = { ...strange, type: "checkout.session.completed" };
    for (const event of [
      { ...strange, data: { object: {} } },
      { ...theirs, data: { object: { id: "cs_1", payment_status: "paid", metadata: {} } } },
    ]) {
      const body = JSON.stringify(event);
      expect((await bring("test", body, signed(body))).status).toBe(200);
    }
    expect(await db.paymentEvent.count({ where: { eventId: "evt_a" } })).toBe(0);
  });

  test("is not there for gateways that are not set up, and in production not for the test one", async () => {
    const { payment } = await aPayment();
    const body = successOf(payment);
    for (const gateway of ["stripe", "paypal", "__proto__"]) {
      expect((await bring(gateway, body, signed(body))).status).toBe(404);
    }
    const headers = signed(body);
    setEnvironment({ CREDENCE_MODE: "production" });
    expect((await bring("test", body, headers)).status).toBe(404);
    await expect(
      playTestPage({ pageId: payment.pageId ?? "", play: "succeed" }),
    ).rejects.toMatchObject({ kind: "not-found" });
    expect(await stateNow(payment)).toBe("open");
  });
});

describe("the test gateway", () => {
  const playOn = ({ pageId }: TestPayment, play: Parameters<typeof playTestPage>[0]["play"]) =>
    playTestPage({ pageId: pageId ?? "", play });

  test.each([
    ["succeed", "paid"],
    ["succeed twice", "paid"],
    ["succeed after expiring", "paid"],
    ["decline", "declined"],
    ["ask for authentication", "open"],
  ] as const)("%s: %s", async (play, state) => {
    const { payment, renewal } = await aPayment();
    expect(await playOn(payment, play)).toBe(renewal.id);
    expect(await stateNow(payment)).toBe(state);
    if (state === "paid") expect(await mailsTo(renewal.member)).toEqual(["payment_received"]);
  });

  test("a decline, then a success", async () => {
    const { payment } = await aPayment();
    await playOn(payment, "decline");
    await playOn(payment, "succeed");
    expect(await stateNow(payment)).toBe("paid");
  });

  test("a success that is told late", async () => {
    const { payment } = await aPayment();
    await playOn(payment, "succeed late");
    expect(await stateNow(payment)).toBe("open");
    await until(async () => (await stateNow(payment)) === "paid", "the late success");
  });

  test("has no pages but those that were opened", async () => {
    await expect(playTestPage({ pageId: "test-x", play: "succeed" })).rejects.toMatchObject({
      kind: "not-found",
    });
  });
});
