"use server";

import { claimPath } from "@/lib/addresses";
import { requestCorrection } from "@/lib/corrections/commands";
import { requestCorrectionSchema } from "@/lib/corrections/schema";
import { formAction } from "@/lib/form-action";

export const requestCorrectionAction = formAction(
  requestCorrectionSchema,
  async (actor, input, now) => {
    await requestCorrection(actor, input, now);
    return { redirectTo: claimPath(input.registrationId, { asked: "now" }) };
  },
);
