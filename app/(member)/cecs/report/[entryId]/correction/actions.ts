"use server";

import { requestPath } from "@/lib/addresses";
import { requestEntryCorrection } from "@/lib/correction-requests/commands";
import { requestEntryCorrectionSchema } from "@/lib/correction-requests/schema";
import { formAction } from "@/lib/form-action";

export const requestEntryCorrectionAction = formAction(
  requestEntryCorrectionSchema,
  async (actor, input, now) => {
    const id = await requestEntryCorrection(actor, input, now);
    return { redirectTo: requestPath(id, { sent: "now" }) };
  },
);
