import { z } from "zod";
import { reason } from "@/lib/form-fields";
import { paymentGateways } from "@/lib/payments/schema";

export const requestRefundSchema = z.object({
  paymentId: z.uuid(),
  reason: reason("Say why the payment is given back."),
});

export const resolvePaymentSchema = z.object({
  paymentId: z.uuid(),
  note: reason("Say what was done about it."),
});

export const resolveNewsSchema = z.object({
  gateway: paymentGateways,
  eventName: z.string().min(1),
  note: reason("Say what was done about it."),
});

export type RequestRefund = z.infer<typeof requestRefundSchema>;
export type ResolvePayment = z.infer<typeof resolvePaymentSchema>;
export type ResolveNews = z.infer<typeof resolveNewsSchema>;
