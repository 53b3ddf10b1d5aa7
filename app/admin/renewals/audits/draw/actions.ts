"use server";

import { selectionPath } from "@/lib/addresses";
import { drawAudits } from "@/lib/credit-audit-selections/commands";
import { drawSchema } from "@/lib/credit-audit-selections/schema";
import { staffAction } from "@/lib/form-action";

export const drawAction = staffAction("follow renewals", drawSchema, async (actor, input, now) => {
  await drawAudits(actor, input, now);
  return { redirectTo: selectionPath(input.selectionId) };
});
