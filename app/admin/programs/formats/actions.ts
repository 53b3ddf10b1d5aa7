"use server";

import { staffAction } from "@/lib/form-action";
import { addFormat, changeFormat } from "@/lib/formats/commands";
import { addFormatSchema, changeFormatSchema } from "@/lib/formats/schema";

export const add = staffAction("change programs", addFormatSchema, async (actor, input, now) => {
  await addFormat(actor, input, now);
  return { message: `${input.name} is added.` };
});

export const change = staffAction(
  "change programs",
  changeFormatSchema,
  async (actor, input, now) => {
    await changeFormat(actor, input, now);
    return { message: `${input.name} is saved.` };
  },
);
