"use server";

import { staffAction } from "@/lib/form-action";
import { changeDay, settlePlaces } from "@/lib/places/commands";
import { changeDaySchema, settlePlacesSchema } from "@/lib/places/schema";

export const changeDays = staffAction(
  "set up events",
  changeDaySchema,
  async (actor, input, now) => {
    await changeDay(actor, input, now);
    return { message: input.change === "add" ? "The day is added." : "The day is withdrawn." };
  },
);

export const settle = staffAction(
  "set up events",
  settlePlacesSchema,
  async (actor, input, now) => {
    const [result] = await settlePlaces(actor, input, now);
    return { message: result?.sentence };
  },
);
