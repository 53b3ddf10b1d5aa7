import "server-only";
import { Stripe } from "stripe";
import { log } from "@/lib/log";
import type { GatewayEvent } from "@/lib/payments/gateway";

/** Under this name Stripe keeps our own name of a payment, with all that comes of a page. */
export const OUR_NAME = "credence_payment";

/** Seconds. A signature that is older was kept by somebody: the gateway signs each try anew. */
const FRESH = 300;

/** Nobody but the gateway could have signed it, and it did not. */
export class ForgedNews extends Error {
  override name = "ForgedNews";
}

/** Reads news that are signed as Stripe signs them. Null: nothing that payments care for. */
export function readSignedNews(
  body: string,
  signature: string,
  secret: string,
  now: Date,
): GatewayEvent | null {
  const event = verified(body, signature, secret, now);
  const told = toldBy(event);
  if (!told) return null;
  const { paymentId = null, paymentRef = null } = told;
  if (paymentId === null && paymentRef === null) {
    // Another system of the association may take money through the same account.
    log.info({ event: event.id, type: event.type }, "news of a payment that is not ours");
    return null;
  }
  const { pageId = null, cents = null, currency = null, news } = told;
  const happenedAt = new Date(event.created * 1000);
  return { id: event.id, news, paymentId, pageId, paymentRef, cents, currency, happenedAt };
}

function verified(body: string, signature: string, secret: string, now: Date): Stripe.Event {
  try {
    return Stripe.webhooks.constructEvent(body, signature, secret, FRESH, undefined, now.getTime());
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) {
      throw new ForgedNews("The signature is not the gateway's, or it is too old.");
    }
    // Signed, and yet no JSON.
    throw error instanceof SyntaxError ? new ForgedNews("The news can't be read.") : error;
  }
}

type Told = Pick<GatewayEvent, "news"> & Partial<Omit<GatewayEvent, "id" | "happenedAt">>;

function toldBy(event: Stripe.Event): Told | null {
  switch (event.type) {
    case "checkout.session.completed": {
      const { payment_status: status } = event.data.object;
      return toldByPage(event.data.object, status === "unpaid" ? "pending" : "paid");
    }
    case "checkout.session.async_payment_succeeded":
      return toldByPage(event.data.object, "paid");
    case "checkout.session.async_payment_failed":
      return toldByPage(event.data.object, "failed");
    case "checkout.session.expired":
      return toldByPage(event.data.object, "expired");
    case "payment_intent.payment_failed":
      return { news: "declined", paymentId: ourName(event.data.object) };
    case "charge.refunded": {
      const charge = event.data.object;
      return {
        news: charge.refunded ? "refunded" : "part refunded",
        paymentId: ourName(charge),
        paymentRef: idOf(charge.payment_intent),
        cents: charge.amount_refunded,
        currency: charge.currency,
      };
    }
    case "refund.failed": {
      const refund = event.data.object;
      return {
        news: "refund failed",
        paymentId: ourName(refund),
        paymentRef: idOf(refund.payment_intent),
        cents: refund.amount,
        currency: refund.currency,
      };
    }
    default:
      return null;
  }
}

function toldByPage(page: Stripe.Checkout.Session, news: GatewayEvent["news"]): Told | null {
  const paymentId = ourName(page);
  // A page that isn't ours says nothing to us, whatever its other names.
  if (paymentId === undefined) return { news };
  return {
    news,
    paymentId,
    pageId: page.id,
    paymentRef: idOf(page.payment_intent),
    cents: page.amount_total,
    currency: page.currency,
  };
}

const ourName = ({ metadata }: { metadata: Stripe.Metadata | null }) => metadata?.[OUR_NAME];

const idOf = (named: string | { id: string } | null) =>
  typeof named === "string" ? named : (named?.id ?? null);
