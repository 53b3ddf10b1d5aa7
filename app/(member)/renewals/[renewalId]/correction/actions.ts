"use server";

import { requestPath } from "@/lib/addresses";
import { requestRenewalCorrectionSchema } from "@/lib/correction-requests/schema";
import { formAction } from "@/lib/form-action";
import { requestRenewalCorrection } from "@/lib/renewal-requests/commands";

export const requestRenewalCorrectionAction = formAction(
  requestRenewalCorrectionSchema,
  async (actor, input, now) => {
    const id = await requestRenewalCorrection(actor, input, now);
    return { redirectTo: requestPath(id, { sent: "now" }) };
  },
);
