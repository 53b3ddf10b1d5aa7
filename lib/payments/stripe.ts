import "server-only";
import { Stripe } from "stripe";
import { env } from "@/lib/env";
import type { Gateway, PageAsked } from "@/lib/payments/gateway";
import { OUR_NAME, readSignedNews } from "@/lib/payments/news";

/** Stripe's hosted Checkout. Card data are typed at Stripe and never come here. */
export function stripeGateway(): Gateway {
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET } = env;
  if (!STRIPE_SECRET_KEY || !STRIPE_WEBHOOK_SECRET) {
    throw new Error("STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET are not set.");
  }
  const stripe = connect(STRIPE_SECRET_KEY);
  return {
    async openPage(asked) {
      const page = await stripe.checkout.sessions.create(pageOf(asked), {
        idempotencyKey: `page-${asked.paymentId}`,
      });
      if (!page.url) throw new Error(`Stripe gave page ${page.id} no address.`);
      return { pageId: page.id, pageUrl: page.url };
    },
    async expirePage(pageId) {
      try {
        await stripe.checkout.sessions.expire(pageId);
        return "closed";
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
        // Stripe expires only what is open.
        const { status } = await stripe.checkout.sessions.retrieve(pageId);
        if (status === "open") throw error;
        return status === "complete" ? "used" : "closed";
      }
    },
    async refund({ paymentId, paymentRef }) {
      try {
        await stripe.refunds.create(
          { payment_intent: paymentRef, metadata: { [OUR_NAME]: paymentId } },
          { idempotencyKey: `refund-${paymentId}` },
        );
      } catch (error) {
        const isDone =
          error instanceof Stripe.errors.StripeInvalidRequestError &&
          error.code === "charge_already_refunded";
        if (!isDone) throw error;
      }
    },
    readEvent: (body, signature, now) =>
      readSignedNews(body, signature, STRIPE_WEBHOOK_SECRET, now),
  };
}

function connect(key: string): Stripe {
  const api = env.STRIPE_API_URL ? new URL(env.STRIPE_API_URL) : null;
  const elsewhere = api && {
    host: api.hostname,
    port: api.port || undefined,
    protocol: api.protocol === "http:" ? ("http" as const) : ("https" as const),
  };
  return new Stripe(key, {
    ...elsewhere,
    maxNetworkRetries: 2,
    // Somebody waits for the page.
    timeout: 20_000,
    telemetry: false,
  });
}

function pageOf(asked: PageAsked): Stripe.Checkout.SessionCreateParams {
  const names = { [OUR_NAME]: asked.paymentId };
  return {
    mode: "payment",
    allowed_payment_method_types: ["card"],
    // What is charged is the amount of the page, in its currency.
    adaptive_pricing: { enabled: false },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: asked.currency,
          unit_amount: asked.cents,
          product_data: { name: asked.title, description: asked.description },
        },
      },
    ],
    client_reference_id: asked.paymentId,
    metadata: names,
    // What becomes of the money carries the name too: a decline and a refund come without the page.
    payment_intent_data: { metadata: names, description: asked.title },
    customer_email: asked.email,
    success_url: asked.paidUrl,
    cancel_url: asked.leftUrl,
    // Stripe wants half an hour at the least from when it is asked, which is a little later.
    expires_at: Math.ceil(asked.expiresAt.getTime() / 1000) + 60,
  };
}
