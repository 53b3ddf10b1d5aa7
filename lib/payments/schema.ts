import { z } from "zod";

export const openPaymentSchema = z.object({ renewalId: z.uuid(), invoiceId: z.uuid() });

/** The gateways that there are; which of them are open is said by lib/payments/gateways.ts. */
export const paymentGateways = z.enum(["stripe", "test"]);

export type OpenPayment = z.infer<typeof openPaymentSchema>;
