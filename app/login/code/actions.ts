"use server";

import { localPath } from "@/lib/accounts/rules";
import { visitorAction } from "@/lib/form-action";
import { firstPage } from "@/lib/roles/rules";
import { proveSchema } from "@/lib/second-factors/schema";
import { findClientAddress, findViewer, readSessionToken, writeSessionToken } from "@/lib/session";
import { proveSession } from "@/lib/sign-in-codes/commands";

export const enterCode = visitorAction(proveSchema, async ({ next, code }, now) => {
  const token = (await readSessionToken()) ?? "";
  const address = await findClientAddress();
  await writeSessionToken(await proveSession({ token, code, address }, now));
  return { redirectTo: localPath(next) ?? firstPage(await findViewer()) };
});
