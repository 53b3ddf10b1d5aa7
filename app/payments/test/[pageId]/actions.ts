"use server";

import { paymentStepPath, testPagePath } from "@/lib/addresses";
import { visitorAction } from "@/lib/form-action";
import { playTestPage } from "@/lib/payments/play";
import { playSchema } from "@/lib/payments/schema";

export const playAction = visitorAction(playSchema, async (input) => {
  const renewalId = await playTestPage(input);
  if (input.play === "ask for authentication") {
    return { redirectTo: testPagePath(input.pageId, "authentication") };
  }
  if (input.play === "decline") return { redirectTo: testPagePath(input.pageId, "declined") };
  return { redirectTo: paymentStepPath(renewalId, "made") };
});
