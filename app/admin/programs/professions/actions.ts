"use server";

import { staffAction } from "@/lib/form-action";
import { addProfession, changeProfession, removeProfession } from "@/lib/professions/commands";
import {
  addProfessionSchema,
  changeProfessionSchema,
  removeProfessionSchema,
} from "@/lib/professions/schema";

export const add = staffAction(
  "change programs",
  addProfessionSchema,
  async (actor, input, now) => {
    await addProfession(actor, input, now);
    return { message: `${input.name} is added.` };
  },
);

export const change = staffAction(
  "change programs",
  changeProfessionSchema,
  async (actor, input, now) => {
    await changeProfession(actor, input, now);
    return { message: `${input.name} is saved.` };
  },
);

export const remove = staffAction(
  "change programs",
  removeProfessionSchema,
  async (actor, input, now) => {
    await removeProfession(actor, input, now);
    return { message: `${input.name} is removed.` };
  },
);
