"use server";

import { staffAction } from "@/lib/form-action";
import { addOffice, changeOffice, removeOffice } from "@/lib/offices/commands";
import { addOfficeSchema, changeOfficeSchema, removeOfficeSchema } from "@/lib/offices/schema";

export const add = staffAction("change programs", addOfficeSchema, async (actor, input, now) => {
  await addOffice(actor, input, now);
  return { message: `${input.name} is added.` };
});

export const change = staffAction(
  "change programs",
  changeOfficeSchema,
  async (actor, input, now) => {
    await changeOffice(actor, input, now);
    return { message: `${input.name} is saved.` };
  },
);

export const remove = staffAction(
  "change programs",
  removeOfficeSchema,
  async (actor, input, now) => {
    const name = await removeOffice(actor, input, now);
    return { message: `${name} is removed.` };
  },
);
