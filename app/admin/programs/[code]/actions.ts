"use server";

import { formAction } from "@/lib/form-action";
import { nameProgram } from "@/lib/program-names/commands";
import { nameProgramSchema } from "@/lib/program-names/schema";

export const addName = formAction(nameProgramSchema, async (actor, input, now) => {
  await nameProgram(actor, input, now);
  return { message: "The name is added. Both codes lead to the program." };
});
