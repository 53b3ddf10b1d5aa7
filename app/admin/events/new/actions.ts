"use server";

import { eventDeskPath } from "@/lib/addresses";
import { addEvent } from "@/lib/events/commands";
import { addEventSchema } from "@/lib/events/schema";
import { staffAction } from "@/lib/form-action";

export const add = staffAction("set up events", addEventSchema, async (actor, input, now) => {
  return { redirectTo: eventDeskPath(await addEvent(actor, input, now)) };
});
