"use server";

import { staffAction } from "@/lib/form-action";
import { returnForm, signForm } from "@/lib/signatures/commands";
import { returnFormSchema, signFormSchema } from "@/lib/signatures/schema";

export const signFormAction = staffAction(
  "sign forms",
  signFormSchema,
  async (actor, input, now) => {
    await signForm(actor, input, now);
    return { message: "Signed. The member is told." };
  },
);

export const returnFormAction = staffAction(
  "sign forms",
  returnFormSchema,
  async (actor, input, now) => {
    await returnForm(actor, input, now);
    return { message: "Sent back. The member is told." };
  },
);
