"use server";

import { visitorAction } from "@/lib/form-action";
import { requestReset } from "@/lib/password-resets/commands";
import { isEmail } from "@/lib/password-resets/rules";
import { startResetSchema } from "@/lib/password-resets/schema";
import { findClientAddress } from "@/lib/session";

/** An address can be written to at once; who gave a number or a username confirms it first. */
export const startReset = visitorAction(startResetSchema, async ({ account }, now) => {
  if (!isEmail(account)) {
    return { redirectTo: `/forgot-password/confirm?account=${encodeURIComponent(account)}` };
  }
  await requestReset({ account, email: account, address: await findClientAddress() }, now);
  return { redirectTo: "/forgot-password/sent" };
});
