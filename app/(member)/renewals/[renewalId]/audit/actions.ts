"use server";

import { sendProofs, takeBackProof } from "@/lib/audit-answers/commands";
import { sendProofsSchema, takeBackProofSchema } from "@/lib/credit-audits/schema";
import { formAction } from "@/lib/form-action";

export const sendProofsAction = formAction(sendProofsSchema, async (actor, input, now) => {
  await sendProofs(actor, input, now);
  return { message: "Sent. We look at your documents and write to you." };
});

export const takeBackProofAction = formAction(takeBackProofSchema, async (actor, input, now) => {
  await takeBackProof(actor, input, now);
  return { message: "Taken back." };
});
