"use server";

import { staffAction } from "@/lib/form-action";
import { nameProgram } from "@/lib/program-names/commands";
import { nameProgramSchema } from "@/lib/program-names/schema";

export const addName = staffAction(
  "change programs",
  nameProgramSchema,
  async (actor, input, now) => {
    await nameProgram(actor, input, now);
    return { message: "The name is added. Both codes lead to the program." };
  },
);
