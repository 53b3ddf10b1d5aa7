"use server";

import { directoryPath } from "@/lib/addresses";
import { formAction } from "@/lib/form-action";
import { mergeMembers } from "@/lib/merges/commands";
import { mergeSchema } from "@/lib/merges/schema";

export const merge = formAction(mergeSchema, async (actor, input, now) => {
  await mergeMembers(actor, input, now);
  return { redirectTo: directoryPath(input.memberId) };
});
