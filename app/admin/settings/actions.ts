"use server";

import { staffAction } from "@/lib/form-action";
import { changeSettings } from "@/lib/settings/commands";
import { settingsSchema } from "@/lib/settings/schema";

export const saveSettings = staffAction(
  "change settings",
  settingsSchema,
  async (actor, input, now) => {
    await changeSettings(actor, input, now);
    return { message: "The settings are saved." };
  },
);
