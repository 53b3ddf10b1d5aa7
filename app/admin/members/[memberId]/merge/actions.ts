"use server";

import { directoryPath } from "@/lib/addresses";
import { staffAction } from "@/lib/form-action";
import { mergeMembers } from "@/lib/merges/commands";
import { mergeSchema } from "@/lib/merges/schema";

export const merge = staffAction("merge members", mergeSchema, async (actor, input, now) => {
  await mergeMembers(actor, input, now);
  return { redirectTo: directoryPath(input.memberId) };
});
