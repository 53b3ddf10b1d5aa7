"use server";

import { staffAction } from "@/lib/form-action";
import { settlePlaces } from "@/lib/places/commands";
import { settlePlacesSchema } from "@/lib/places/schema";

export const settle = staffAction(
  "set up events",
  settlePlacesSchema,
  async (actor, input, now) => {
    const results = await settlePlaces(actor, input, now);
    return { message: `${results.length} looked at.`, results };
  },
);
