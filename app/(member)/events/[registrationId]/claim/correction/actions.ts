"use server";

import { requestPath } from "@/lib/addresses";
import { requestCorrection } from "@/lib/correction-requests/commands";
import { requestCorrectionSchema } from "@/lib/correction-requests/schema";
import { formAction } from "@/lib/form-action";

export const requestCorrectionAction = formAction(
  requestCorrectionSchema,
  async (actor, input, now) => {
    const id = await requestCorrection(actor, input, now);
    return { redirectTo: requestPath(id, { sent: "now" }) };
  },
);
