"use server";

import { eventDeskPath, eventZonePath } from "@/lib/addresses";
import { moveZone } from "@/lib/events/commands";
import { moveZoneSchema } from "@/lib/events/schema";
import { staffAction } from "@/lib/form-action";

export const move = staffAction("set up events", moveZoneSchema, async (actor, input, now) => {
  const { eventId, timeZone } = input;
  const isSaved = await moveZone(actor, input, now);
  return {
    redirectTo: isSaved
      ? eventDeskPath(eventId, { done: "event" })
      : eventZonePath(eventId, { zone: timeZone }),
  };
});
