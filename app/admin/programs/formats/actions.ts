"use server";

import { formAction } from "@/lib/form-action";
import { addFormat, changeFormat } from "@/lib/formats/commands";
import { addFormatSchema, changeFormatSchema } from "@/lib/formats/schema";

export const add = formAction(addFormatSchema, async (actor, input, now) => {
  await addFormat(actor, input, now);
  return { message: `${input.name} is added.` };
});

export const change = formAction(changeFormatSchema, async (actor, input, now) => {
  await changeFormat(actor, input, now);
  return { message: `${input.name} is saved.` };
});
