"use server";

import { reinstateMember, retireMember } from "@/lib/directory/commands";
import { memberActSchema } from "@/lib/directory/schema";
import { staffAction } from "@/lib/form-action";

export const retire = staffAction("keep members", memberActSchema, async (actor, input, now) => {
  await retireMember(actor, input, now);
  return { message: "The member is retired." };
});

export const reinstate = staffAction("keep members", memberActSchema, async (actor, input, now) => {
  await reinstateMember(actor, input, now);
  return { message: "The member is active again." };
});
