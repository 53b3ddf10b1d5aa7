"use server";

import {
  addActivityType,
  changeActivityType,
  removeActivityType,
} from "@/lib/activity-types/commands";
import {
  addActivityTypeSchema,
  changeActivityTypeSchema,
  removeActivityTypeSchema,
} from "@/lib/activity-types/schema";
import { staffAction } from "@/lib/form-action";

export const add = staffAction(
  "change programs",
  addActivityTypeSchema,
  async (actor, input, now) => {
    await addActivityType(actor, input, now);
    return { message: `${input.name} is added.` };
  },
);

export const change = staffAction(
  "change programs",
  changeActivityTypeSchema,
  async (actor, input, now) => {
    await changeActivityType(actor, input, now);
    return { message: `${input.name} is saved.` };
  },
);

export const remove = staffAction(
  "change programs",
  removeActivityTypeSchema,
  async (actor, input, now) => {
    await removeActivityType(actor, input, now);
    return { message: `${input.name} is removed.` };
  },
);
