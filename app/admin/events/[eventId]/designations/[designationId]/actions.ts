"use server";

import { eventDeskPath } from "@/lib/addresses";
import { addDesignation, changeDesignation, removeDesignation } from "@/lib/designations/commands";
import {
  addDesignationSchema,
  changeDesignationSchema,
  removeDesignationSchema,
} from "@/lib/events/schema";
import { formAction } from "@/lib/form-action";

export const add = formAction(addDesignationSchema, async (actor, input, now) => {
  await addDesignation(actor, input, now);
  return { redirectTo: eventDeskPath(input.eventId, { done: "designation" }) };
});

export const change = formAction(changeDesignationSchema, async (actor, input, now) => {
  await changeDesignation(actor, input, now);
  return { redirectTo: eventDeskPath(input.eventId, { done: "designation" }) };
});

export const remove = formAction(removeDesignationSchema, async (actor, input, now) => {
  await removeDesignation(actor, input, now);
  return { redirectTo: eventDeskPath(input.eventId, { done: "designation-removed" }) };
});
