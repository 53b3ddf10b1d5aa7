import "server-only";
import { createHmac } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { Stripe } from "stripe";
import { v7 as newId } from "uuid";
import { testPagePath } from "@/lib/addresses";
import { env, publicUrl } from "@/lib/env";
import { log } from "@/lib/log";
import type { Gateway } from "@/lib/payments/gateway";
import { OUR_NAME, readSignedNews } from "@/lib/payments/news";
import type { Play } from "@/lib/payments/schema";

// Plays a hosted page in demo, development and tests: no money moves. Its news are signed as
// Stripe's are and come in by the same door.

/** How late a late success comes: after its visitor is back. */
const LATE_MS = 4000;

type Page = { pageId: string; paymentId: string; cents: number; currency: string };

export const testGateway: Gateway = {
  async openPage({ paymentId }) {
    const pageId = `test-${paymentId}`;
    return { pageId, pageUrl: `${publicUrl()}${testPagePath(pageId)}` };
  },
  async expirePage(pageId) {
    await deliver(aboutPage("checkout.session.expired", { pageId, paymentId: paymentOf(pageId) }));
    return "closed";
  },
  async refund({ paymentId, paymentRef, cents, currency }) {
    const charge = { payment_intent: paymentRef, amount_refunded: cents, currency, refunded: true };
    await deliver(newsOf("charge.refunded", paymentId, charge));
  },
  readEvent: (body, signature, now) => readSignedNews(body, signature, secret(), now),
};

/** Has something happen on a test page; answers when its news have been taken in, except late ones. */
export async function play(page: Page, what: Play) {
  const success = aboutPage("checkout.session.completed", page, {
    payment_status: "paid",
    payment_intent: `test-money-${page.paymentId}`,
    amount_total: page.cents,
    currency: page.currency,
  });
  switch (what) {
    case "succeed":
      return deliver(success);
    case "succeed twice":
      await deliver(success);
      return deliver(success);
    case "succeed late":
      void deliverLate(success);
      return;
    case "succeed after expiring":
      await testGateway.expirePage(page.pageId);
      return deliver(success);
    case "decline":
      return deliver(newsOf("payment_intent.payment_failed", page.paymentId, {}));
    case "ask for authentication":
      // The bank asks its customer; there is no news of it.
      return;
  }
}

async function deliverLate(news: string) {
  try {
    await delay(LATE_MS, undefined, { ref: false });
    await deliver(news);
  } catch (error) {
    log.error({ err: error }, "the test gateway's late news were not taken in");
  }
}

/** News as the test gateway's signature makes them; tests send them in their own order. */
export function signedNews(body: string, at: Date = new Date()) {
  const timestamp = Math.floor(at.getTime() / 1000);
  return Stripe.webhooks.generateTestHeaderString({ payload: body, secret: secret(), timestamp });
}

async function deliver(body: string) {
  const answer = await fetch(`${publicUrl()}/api/payments/test`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Stripe-Signature": signedNews(body) },
    body,
  });
  if (!answer.ok) throw new Error(`The test gateway's news were answered by ${answer.status}.`);
}

function aboutPage(
  type: string,
  { pageId, paymentId }: Pick<Page, "pageId" | "paymentId">,
  more = {},
) {
  return newsOf(type, paymentId, { id: pageId, ...more });
}

function newsOf(type: string, paymentId: string, object: Record<string, unknown>): string {
  const created = Math.floor(Date.now() / 1000);
  const data = { object: { ...object, metadata: { [OUR_NAME]: paymentId } } };
  return JSON.stringify({ id: `evt_test_${newId()}`, object: "event", type, created, data });
}

const paymentOf = (pageId: string) => pageId.replace(/^test-/, "");

function secret(): string {
  if (!env.SESSION_SECRET) throw new Error("SESSION_SECRET is not set");
  return `whsec_${createHmac("sha256", env.SESSION_SECRET).update("test gateway").digest("hex")}`;
}
