"use server";

import { eventDeskPath } from "@/lib/addresses";
import { changeEvent } from "@/lib/events/commands";
import { changeEventSchema } from "@/lib/events/schema";
import { staffAction } from "@/lib/form-action";

export const change = staffAction("set up events", changeEventSchema, async (actor, input, now) => {
  const touched = await changeEvent(actor, input, now);
  if (touched) return { touched };
  return { redirectTo: eventDeskPath(input.eventId, { done: "event" }) };
});
