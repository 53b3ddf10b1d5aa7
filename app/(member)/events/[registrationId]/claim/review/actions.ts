"use server";

import { claimPath } from "@/lib/addresses";
import { submitClaim } from "@/lib/claims/commands";
import { submitClaimSchema } from "@/lib/claims/schema";
import { formAction } from "@/lib/form-action";

export const submitClaimAction = formAction(submitClaimSchema, async (actor, input, now) => {
  await submitClaim(actor, input, now);
  return { redirectTo: claimPath(input.registrationId, { submitted: "now" }) };
});
