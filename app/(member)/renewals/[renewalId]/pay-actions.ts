"use server";

import { formAction } from "@/lib/form-action";
import { openPayment } from "@/lib/payments/commands";
import { openPaymentSchema } from "@/lib/payments/schema";

export const openPaymentAction = formAction(openPaymentSchema, async (actor, input, now) => {
  return { redirectTo: await openPayment(actor, input, now) };
});
