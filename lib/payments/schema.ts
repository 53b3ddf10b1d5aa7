import { z } from "zod";

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

export type OpenPayment = z.infer<typeof openPaymentSchema>;
