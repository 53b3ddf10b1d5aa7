"use server";

import { acceptEntries } from "@/lib/acceptances/commands";
import { acceptEntriesSchema } from "@/lib/acceptances/schema";
import { areConfirmed, chosenOf, wordsForMany } from "@/lib/choices/rules";
import { staffAction } from "@/lib/form-action";

export const acceptChosen = staffAction(
  "review credit",
  acceptEntriesSchema,
  async (actor, input, now) => {
    if (!areConfirmed(input)) return { isDraft: true };
    const results = await acceptEntries(actor, chosenOf(input), now);
    return { message: wordsForMany(results, "accepted"), results };
  },
);
