"use server";

import { entryPath } from "@/lib/addresses";
import { requestEntryCorrection } from "@/lib/entries/commands";
import { requestEntryCorrectionSchema } from "@/lib/entries/schema";
import { formAction } from "@/lib/form-action";

export const requestEntryCorrectionAction = formAction(
  requestEntryCorrectionSchema,
  async (actor, input, now) => {
    await requestEntryCorrection(actor, input, now);
    return { redirectTo: entryPath(input.entryId, { asked: "now" }) };
  },
);
