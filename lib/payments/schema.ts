import { z } from "zod";
import { sorted } from "@/lib/list-search";
import { readAfter } from "@/lib/page-after";

export const openPaymentSchema = z.object({ renewalId: z.uuid(), invoiceId: z.uuid() });

/** What the visitor of a page of the test gateway may have happen. */
const PLAYS = [
  "succeed",
  "succeed twice",
  "succeed late",
  "succeed after expiring",
  "ask for authentication",
  "decline",
] as const;

export const playSchema = z.object({ pageId: z.string().min(1).max(100), play: z.enum(PLAYS) });

export type Play = (typeof PLAYS)[number];

/** The gateways that there are; which of them are open is said by lib/payments/gateways.ts. */
export const paymentGateways = z.enum(["stripe", "test"]);

/** How a payment that was made can stand. */
export const MADE_STATES = [
  "paid",
  "refunding",
  "refunded",
  "needs staff",
  "refund failed",
  "resolved",
] as const;

/** What of the payments is listed and in which order, as it stands in the address. */
export const paymentListSchema = z.object({
  state: z.enum(MADE_STATES).optional().catch(undefined),
  sort: sorted(["newest", "oldest"]),
  after: z.string().transform(readAfter).nullable().default(null).catch(null),
});

export type MadeState = (typeof MADE_STATES)[number];
export type PaymentList = z.output<typeof paymentListSchema>;
export type OpenPayment = z.infer<typeof openPaymentSchema>;
