"use server";

import { eventDeskPath } from "@/lib/addresses";
import { changeEvent } from "@/lib/events/commands";
import { changeEventSchema } from "@/lib/events/schema";
import { formAction } from "@/lib/form-action";

export const change = formAction(changeEventSchema, async (actor, input, now) => {
  await changeEvent(actor, input, now);
  return { redirectTo: eventDeskPath(input.eventId, { done: "event" }) };
});
