"use server";

import { entryDeskPath } from "@/lib/addresses";
import { correctEntry } from "@/lib/entry-corrections/commands";
import { correctEntrySchema } from "@/lib/entry-corrections/schema";
import { staffAction } from "@/lib/form-action";

export const correctEntryAction = staffAction(
  "correct credits",
  correctEntrySchema,
  async (actor, input, now) => {
    const id = await correctEntry(actor, input, now);
    return { redirectTo: entryDeskPath(id, { done: "now" }) };
  },
);
