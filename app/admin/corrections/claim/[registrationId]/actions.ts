"use server";

import { claimDeskPath } from "@/lib/addresses";
import { reissueCertificate, revokeCertificate } from "@/lib/certificates/commands";
import { certificateActSchema } from "@/lib/certificates/schema";
import { correctClaim } from "@/lib/corrections/commands";
import { correctClaimSchema } from "@/lib/corrections/schema";
import { staffAction } from "@/lib/form-action";

export const correctClaimAction = staffAction(
  "correct credits",
  correctClaimSchema,
  async (actor, input, now) => {
    await correctClaim(actor, input, now);
    return { redirectTo: claimDeskPath(input.registrationId, { done: "corrected" }) };
  },
);

export const revokeAction = staffAction(
  "correct credits",
  certificateActSchema,
  async (actor, input, now) => {
    await revokeCertificate(actor, input, now);
    return { redirectTo: claimDeskPath(input.registrationId, { done: "revoked" }) };
  },
);

export const reissueAction = staffAction(
  "correct credits",
  certificateActSchema,
  async (actor, input, now) => {
    await reissueCertificate(actor, input, now);
    return { redirectTo: claimDeskPath(input.registrationId, { done: "reissued" }) };
  },
);
