"use server";

import { formAction } from "@/lib/form-action";
import { changeSettings } from "@/lib/settings/commands";
import { settingsSchema } from "@/lib/settings/schema";

export const saveSettings = formAction(settingsSchema, async (actor, input, now) => {
  await changeSettings(actor, input, now);
  return { message: "The settings are saved." };
});
