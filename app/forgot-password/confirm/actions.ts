"use server";

import { visitorAction } from "@/lib/form-action";
import { requestReset } from "@/lib/password-resets/commands";
import { confirmResetSchema } from "@/lib/password-resets/schema";
import { findClientAddress } from "@/lib/session";

export const confirmReset = visitorAction(confirmResetSchema, async (typed, now) => {
  await requestReset({ ...typed, address: await findClientAddress() }, now);
  return { redirectTo: "/forgot-password/sent" };
});
