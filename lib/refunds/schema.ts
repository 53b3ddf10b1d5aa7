import { z } from "zod";
import { onlyVisible } from "@/lib/form-fields";
import { paymentGateways } from "@/lib/payments/schema";

const sentence = (missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(2000, "Keep it under 2,000 characters.")
    .superRefine(onlyVisible);

export const requestRefundSchema = z.object({
  paymentId: z.uuid(),
  reason: sentence("Say why the payment is given back."),
});

export const resolvePaymentSchema = z.object({
  paymentId: z.uuid(),
  note: sentence("Say what was done about it."),
});

export const resolveNewsSchema = z.object({
  gateway: paymentGateways,
  eventName: z.string().min(1),
  note: sentence("Say what was done about it."),
});

export type RequestRefund = z.infer<typeof requestRefundSchema>;
export type ResolvePayment = z.infer<typeof resolvePaymentSchema>;
export type ResolveNews = z.infer<typeof resolveNewsSchema>;
