"use server";

import { settingsPath } from "@/lib/addresses";
import { staffAction } from "@/lib/form-action";
import { removeLogoSchema } from "@/lib/logos/schema";
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

export const removeLogo = staffAction(
  "change settings",
  removeLogoSchema,
  async (actor, input, now) => {
    await changeSettings(actor, { seen: input.seen, logoSha256: null }, now);
    return { redirectTo: settingsPath({ logo: "removed" }) };
  },
);
