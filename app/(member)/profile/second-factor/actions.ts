"use server";

import { formAction } from "@/lib/form-action";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "@/lib/second-factors/commands";
import { beginSchema, confirmSchema, proofSchema } from "@/lib/second-factors/schema";
import { findClientAddress, readSessionToken } from "@/lib/session";

export const begin = formAction(beginSchema, async (actor, input, now) => {
  await beginSecondFactor(actor, { ...input, address: await findClientAddress() }, now);
  // The page shows the secret now, which says enough.
  return {};
});

export const confirm = formAction(confirmSchema, async (actor, { code }, now) => {
  const token = (await readSessionToken()) ?? "";
  const address = await findClientAddress();
  const shownOnce = await confirmSecondFactor(actor, { code, token, address }, now);
  return { message: "Your second factor is on. Keep the recovery codes below.", shownOnce };
});

export const remove = formAction(proofSchema, async (actor, input, now) => {
  await removeSecondFactor(actor, { ...input, address: await findClientAddress() }, now);
  return { redirectTo: "/profile/second-factor?turned=off" };
});

export const renewCodes = formAction(proofSchema, async (actor, input, now) => {
  const address = await findClientAddress();
  const shownOnce = await renewRecoveryCodes(actor, { ...input, address }, now);
  return { message: "Keep the new recovery codes. The old ones are worth nothing now.", shownOnce };
});
