"use server";

import { z } from "zod";
import { endSession } from "@/lib/accounts/commands";
import { visitorAction } from "@/lib/form-action";
import { clearSessionToken, readSessionToken } from "@/lib/session";

const leave = visitorAction(z.object({}), async (_input, now) => {
  const token = await readSessionToken();
  if (token) await endSession(token, now);
  await clearSessionToken();
  return { redirectTo: "/login" };
});

export async function signOut(): Promise<void> {
  await leave({}, new FormData());
}
