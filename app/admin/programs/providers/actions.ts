"use server";

import { staffAction } from "@/lib/form-action";
import { addProvider, changeProvider } from "@/lib/providers/commands";
import { addProviderSchema, changeProviderSchema } from "@/lib/providers/schema";

export const add = staffAction("change programs", addProviderSchema, async (actor, input, now) => {
  await addProvider(actor, input, now);
  return { message: `${input.name} is added.` };
});

export const change = staffAction(
  "change programs",
  changeProviderSchema,
  async (actor, input, now) => {
    await changeProvider(actor, input, now);
    return { message: `${input.name} is saved.` };
  },
);
