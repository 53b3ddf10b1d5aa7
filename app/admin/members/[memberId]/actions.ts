"use server";

import { reinstateMember, retireMember } from "@/lib/directory/commands";
import { memberActSchema } from "@/lib/directory/schema";
import { formAction } from "@/lib/form-action";

export const retire = formAction(memberActSchema, async (actor, input, now) => {
  await retireMember(actor, input, now);
  return { message: "The member is retired." };
});

export const reinstate = formAction(memberActSchema, async (actor, input, now) => {
  await reinstateMember(actor, input, now);
  return { message: "The member is active again." };
});
