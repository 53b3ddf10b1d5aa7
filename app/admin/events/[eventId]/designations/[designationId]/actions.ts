"use server";

import { eventDeskPath } from "@/lib/addresses";
import { addDesignation, changeDesignation, removeDesignation } from "@/lib/designations/commands";
import {
  addDesignationSchema,
  changeDesignationSchema,
  removeDesignationSchema,
} from "@/lib/events/schema";
import { staffAction } from "@/lib/form-action";

export const add = staffAction("set up events", addDesignationSchema, async (actor, input, now) => {
  await addDesignation(actor, input, now);
  return { redirectTo: eventDeskPath(input.eventId, { done: "designation" }) };
});

export const change = staffAction(
  "set up events",
  changeDesignationSchema,
  async (actor, input, now) => {
    const touched = await changeDesignation(actor, input, now);
    if (touched) return { touched };
    return { redirectTo: eventDeskPath(input.eventId, { done: "designation" }) };
  },
);

export const remove = staffAction(
  "set up events",
  removeDesignationSchema,
  async (actor, input, now) => {
    await removeDesignation(actor, input, now);
    return { redirectTo: eventDeskPath(input.eventId, { done: "designation-removed" }) };
  },
);
