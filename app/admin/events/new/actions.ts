"use server";

import { eventDeskPath } from "@/lib/addresses";
import { addEvent } from "@/lib/events/commands";
import { addEventSchema } from "@/lib/events/schema";
import { formAction } from "@/lib/form-action";

export const add = formAction(addEventSchema, async (actor, input, now) => {
  return { redirectTo: eventDeskPath(await addEvent(actor, input, now)) };
});
