"use server";

import { signIn } from "@/lib/accounts/commands";
import { codePath, localPath } from "@/lib/accounts/rules";
import { signInSchema } from "@/lib/accounts/schema";
import { visitorAction } from "@/lib/form-action";
import { firstPage } from "@/lib/roles/rules";
import { findClientAddress, findViewer, writeSessionToken } from "@/lib/session";

export const login = visitorAction(signInSchema, async ({ next, ...typed }, now) => {
  const session = await signIn({ ...typed, address: await findClientAddress() }, now);
  await writeSessionToken(session);
  if (session.waitsForCode) return { redirectTo: codePath(next) };
  return { redirectTo: localPath(next) ?? firstPage(await findViewer()) };
});
