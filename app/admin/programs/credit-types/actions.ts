"use server";

import { addCreditType, changeCreditType } from "@/lib/credit-types/commands";
import { addCreditTypeSchema, changeCreditTypeSchema } from "@/lib/credit-types/schema";
import { staffAction } from "@/lib/form-action";

export const add = staffAction(
  "change programs",
  addCreditTypeSchema,
  async (actor, input, now) => {
    await addCreditType(actor, input, now);
    return { message: `${input.name} is added.` };
  },
);

export const change = staffAction(
  "change programs",
  changeCreditTypeSchema,
  async (actor, input, now) => {
    await changeCreditType(actor, input, now);
    return { message: `${input.name} is saved.` };
  },
);
