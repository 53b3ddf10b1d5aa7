"use server";

import { placePath } from "@/lib/addresses";
import { staffAction } from "@/lib/form-action";
import { addPlace } from "@/lib/places/commands";
import { addPlaceSchema } from "@/lib/places/schema";

export const add = staffAction("set up events", addPlaceSchema, async (actor, input, now) => {
  return { redirectTo: placePath(input.eventId, await addPlace(actor, input, now)) };
});
