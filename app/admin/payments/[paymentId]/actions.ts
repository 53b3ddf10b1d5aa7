"use server";

import { staffAction } from "@/lib/form-action";
import { requestRefund, resolvePayment } from "@/lib/refunds/commands";
import { requestRefundSchema, resolvePaymentSchema } from "@/lib/refunds/schema";

export const requestRefundAction = staffAction(
  "refund payments",
  requestRefundSchema,
  async (actor, input, now) => {
    await requestRefund(actor, input, now);
    return { message: "The refund is requested. It shows here when it is made." };
  },
);

export const resolvePaymentAction = staffAction(
  "refund payments",
  resolvePaymentSchema,
  async (actor, input, now) => {
    await resolvePayment(actor, input, now);
    return { message: "Resolved." };
  },
);
