"use server";

import { formAction } from "@/lib/form-action";
import { decideEntry, markNotDuplicate } from "@/lib/reviews/commands";
import { decideEntrySchema, markNotDuplicateSchema } from "@/lib/reviews/schema";

export const decideEntryAction = formAction(decideEntrySchema, async (actor, input, now) => {
  await decideEntry(actor, input, now);
  return { redirectTo: "/admin/review" };
});

export const markNotDuplicateAction = formAction(
  markNotDuplicateSchema,
  async (actor, input, now) => {
    await markNotDuplicate(actor, input, now);
    return { message: "Marked: both entries count." };
  },
);
