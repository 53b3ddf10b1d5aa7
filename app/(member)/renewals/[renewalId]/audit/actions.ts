"use server";

import { ownAuditPath } from "@/lib/addresses";
import { sendProofs, takeBackProof } from "@/lib/credit-audit-answers/commands";
import { sendProofsSchema, takeBackProofSchema } from "@/lib/credit-audits/schema";
import { formAction } from "@/lib/form-action";

// They lead to the page anew: reloading an answer to a form would send it once more.
export const sendProofsAction = formAction(sendProofsSchema, async (actor, input, now) => {
  const renewalId = await sendProofs(actor, input, now);
  return { redirectTo: ownAuditPath(renewalId, { done: "sent" }) };
});

export const takeBackProofAction = formAction(takeBackProofSchema, async (actor, input, now) => {
  const renewalId = await takeBackProof(actor, input, now);
  return { redirectTo: ownAuditPath(renewalId, { done: "removed" }) };
});
