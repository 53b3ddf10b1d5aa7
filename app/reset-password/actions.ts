"use server";

import { visitorAction } from "@/lib/form-action";
import { resetPassword } from "@/lib/password-resets/commands";
import { resetPasswordSchema } from "@/lib/password-resets/schema";
import { clearSessionToken } from "@/lib/session";

export const setNewPassword = visitorAction(resetPasswordSchema, async (input, now) => {
  await resetPassword(input, now);
  await clearSessionToken();
  return { redirectTo: "/login?password=set" };
});
