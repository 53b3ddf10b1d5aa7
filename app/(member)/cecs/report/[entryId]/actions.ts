"use server";

import { withdrawEntry } from "@/lib/entries/commands";
import { withdrawEntrySchema } from "@/lib/entries/schema";
import { formAction } from "@/lib/form-action";

export const withdrawEntryAction = formAction(withdrawEntrySchema, async (actor, input, now) => {
  await withdrawEntry(actor, input, now);
  return { redirectTo: "/cecs" };
});
