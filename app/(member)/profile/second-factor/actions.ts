"use server";

import { formAction } from "@/lib/form-action";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
} from "@/lib/second-factors/commands";
import { beginSchema, confirmSchema, removeSchema } from "@/lib/second-factors/schema";
import { findClientAddress, readSessionToken } from "@/lib/session";

export const begin = formAction(beginSchema, async (actor, input, now) => {
  await beginSecondFactor(actor, { ...input, address: await findClientAddress() }, now);
  return { message: "Now show the secret to your app." };
});

export const confirm = formAction(confirmSchema, async (actor, { code }, now) => {
  const token = (await readSessionToken()) ?? "";
  const address = await findClientAddress();
  const shownOnce = await confirmSecondFactor(actor, { code, token, address }, now);
  return { message: "Your second factor is on. Keep the recovery codes below.", shownOnce };
});

export const remove = formAction(removeSchema, async (actor, input, now) => {
  await removeSecondFactor(actor, { ...input, address: await findClientAddress() }, now);
  return { redirectTo: "/profile/second-factor?turned=off" };
});
