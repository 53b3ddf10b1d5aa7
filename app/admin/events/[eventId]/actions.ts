"use server";

import { eventsDeskPath } from "@/lib/addresses";
import { removeEvent } from "@/lib/event-removals/commands";
import { removeEventSchema } from "@/lib/event-removals/schema";
import { staffAction } from "@/lib/form-action";

export const remove = staffAction("set up events", removeEventSchema, async (actor, input, now) => {
  await removeEvent(actor, input, now);
  return { redirectTo: eventsDeskPath({ done: "removed" }) };
});
