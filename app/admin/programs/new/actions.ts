"use server";

import { programPath } from "@/lib/addresses";
import { staffAction } from "@/lib/form-action";
import { addProgram } from "@/lib/program-names/commands";
import { addProgramSchema } from "@/lib/program-names/schema";

export const add = staffAction("change programs", addProgramSchema, async (actor, input, now) => {
  await addProgram(actor, input, now);
  return { redirectTo: programPath(input.code, { added: "now" }) };
});
