"use server";

import { staffAction } from "@/lib/form-action";
import { decideEntry, markNotDuplicate } from "@/lib/reviews/commands";
import { decideEntrySchema, markNotDuplicateSchema } from "@/lib/reviews/schema";

export const decideEntryAction = staffAction(
  "review credit",
  decideEntrySchema,
  async (actor, input, now) => {
    await decideEntry(actor, input, now);
    return { redirectTo: "/admin/review" };
  },
);

export const markNotDuplicateAction = staffAction(
  "review credit",
  markNotDuplicateSchema,
  async (actor, input, now) => {
    await markNotDuplicate(actor, input, now);
    return { message: "Marked: both entries count." };
  },
);
