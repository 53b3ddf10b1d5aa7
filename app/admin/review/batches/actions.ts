"use server";

import { approveBatches } from "@/lib/batch-approvals/commands";
import { approveBatchesSchema } from "@/lib/batch-approvals/schema";
import { areConfirmed, chosenOf, wordsForMany } from "@/lib/choices/rules";
import { staffAction } from "@/lib/form-action";

export const approveChosen = staffAction(
  "review credit",
  approveBatchesSchema,
  async (actor, input, now) => {
    if (!areConfirmed(input)) return { isDraft: true };
    const results = await approveBatches(actor, chosenOf(input), now);
    return { message: wordsForMany(results, "approved"), results };
  },
);
