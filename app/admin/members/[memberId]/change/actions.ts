"use server";

import { directoryPath } from "@/lib/addresses";
import { changeMember } from "@/lib/directory/commands";
import { changeMemberSchema } from "@/lib/directory/schema";
import { staffAction } from "@/lib/form-action";

export const change = staffAction("keep members", changeMemberSchema, async (actor, input, now) => {
  await changeMember(actor, input, now);
  return { redirectTo: directoryPath(input.memberId) };
});
