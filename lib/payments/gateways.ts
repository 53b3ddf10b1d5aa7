import "server-only";
import { env } from "@/lib/env";
import type { Gateway } from "@/lib/payments/gateway";
import type { PaymentGateway } from "@/lib/payments/rules";
import { stripeGateway } from "@/lib/payments/stripe";
import { testGateway } from "@/lib/payments/test-gateway";

/** A gateway that is open here: the test one is nowhere in production. Null: it is not. */
export function findGateway(name: PaymentGateway): Gateway | null {
  if (name === "stripe") return env.STRIPE_SECRET_KEY ? stripeGateway() : null;
  return env.CREDENCE_MODE === "production" ? null : testGateway;
}

/** Which gateway new pages are opened at. Null: online payment is not set up. */
export function gatewayInUse(): PaymentGateway | null {
  if (env.STRIPE_SECRET_KEY) return "stripe";
  return env.CREDENCE_MODE === "production" ? null : "test";
}
