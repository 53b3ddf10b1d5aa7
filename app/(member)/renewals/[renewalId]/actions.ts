"use server";

import { loginPath } from "@/lib/accounts/rules";
import { renewalPath } from "@/lib/addresses";
import { confirmContact } from "@/lib/contacts/commands";
import { confirmContactSchema } from "@/lib/contacts/schema";
import { formAction } from "@/lib/form-action";
import { clearSessionToken, findClientAddress } from "@/lib/session";

export const confirmContactAction = formAction(confirmContactSchema, async (actor, input, now) => {
  const from = await findClientAddress();
  const { signedOut } = await confirmContact(actor, { ...input, from }, now);
  if (!signedOut) return { message: "Your contact information is confirmed." };
  await clearSessionToken();
  return { redirectTo: loginPath(renewalPath(input.renewalId)) };
});
