"use server";

import { signIn } from "@/lib/accounts/commands";
import { localPath } from "@/lib/accounts/rules";
import { signInSchema } from "@/lib/accounts/schema";
import { visitorAction } from "@/lib/form-action";
import { findClientAddress, writeSessionToken } from "@/lib/session";

export const login = visitorAction(signInSchema, async ({ next, ...typed }, now) => {
  await writeSessionToken(await signIn({ ...typed, address: await findClientAddress() }, now));
  return { redirectTo: localPath(next) ?? "/account" };
});
