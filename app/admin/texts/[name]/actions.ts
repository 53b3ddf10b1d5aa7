"use server";

import { staffAction } from "@/lib/form-action";
import { changePageText } from "@/lib/page-texts/commands";
import { pageTextSchema } from "@/lib/page-texts/schema";

export const writeText = staffAction(
  "change settings",
  pageTextSchema,
  async (actor, { act, ...input }, now) => {
    if (act === "preview") {
      return { message: "The preview is below. Nothing is saved yet.", isDraft: true };
    }
    const isChanged = await changePageText(actor, input, now);
    return { message: isChanged ? "Saved: members read this text now." : "Nothing was changed." };
  },
);
