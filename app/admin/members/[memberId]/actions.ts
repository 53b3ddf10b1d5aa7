"use server";

import { reinstateMember, retireMember } from "@/lib/directory/commands";
import { memberActSchema } from "@/lib/directory/schema";
import { staffAction } from "@/lib/form-action";
import { removeOthersSecondFactor } from "@/lib/second-factors/commands";

export const retire = staffAction("keep members", memberActSchema, async (actor, input, now) => {
  await retireMember(actor, input, now);
  return { message: "The member is retired." };
});

export const reinstate = staffAction("keep members", memberActSchema, async (actor, input, now) => {
  await reinstateMember(actor, input, now);
  return { message: "The member is active again." };
});

export const removeFactor = staffAction(
  "remove second factors",
  memberActSchema,
  async (actor, input, now) => {
    await removeOthersSecondFactor(actor, input, now);
    return { message: "The second factor is removed, and the member was told." };
  },
);
