"use server";

import { eventDayPath, eventDeskPath } from "@/lib/addresses";
import { printCredits } from "@/lib/credits/amount";
import { removeEventDay, saveEventDay } from "@/lib/event-days/commands";
import { removeEventDaySchema, saveEventDaySchema } from "@/lib/events/schema";
import { staffAction } from "@/lib/form-action";

export const save = staffAction("set up events", saveEventDaySchema, async (actor, input, now) => {
  const isSaved = await saveEventDay(actor, input, now);
  const { eventId, dayId, day, title, starts, ends, maximum } = input;
  const typed = { day, title, starts, ends, maximum: printCredits(maximum) };
  return {
    redirectTo: isSaved
      ? eventDeskPath(eventId, { done: "day" })
      : eventDayPath(eventId, dayId, typed),
  };
});

export const remove = staffAction(
  "set up events",
  removeEventDaySchema,
  async (actor, input, now) => {
    await removeEventDay(actor, input, now);
    return { redirectTo: eventDeskPath(input.eventId, { done: "day-removed" }) };
  },
);
