"use server";

import { eventDeskPath } from "@/lib/addresses";
import { changeEvent } from "@/lib/events/commands";
import { changeEventSchema } from "@/lib/events/schema";
import { staffAction } from "@/lib/form-action";

export const change = staffAction("set up events", changeEventSchema, async (actor, input, now) => {
  await changeEvent(actor, input, now);
  return { redirectTo: eventDeskPath(input.eventId, { done: "event" }) };
});
