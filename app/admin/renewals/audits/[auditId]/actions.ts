"use server";

import { auditPath } from "@/lib/addresses";
import { decideAudit, giveTime } from "@/lib/credit-audits/commands";
import { decideAuditSchema, giveTimeSchema } from "@/lib/credit-audits/schema";
import { staffAction } from "@/lib/form-action";

export const decideAuditAction = staffAction(
  "follow renewals",
  decideAuditSchema,
  async (actor, input, now) => {
    await decideAudit(actor, input, now);
    return { redirectTo: auditPath(input.auditId, { done: "now" }) };
  },
);

export const giveTimeAction = staffAction(
  "follow renewals",
  giveTimeSchema,
  async (actor, input, now) => {
    await giveTime(actor, input, now);
    return { redirectTo: auditPath(input.auditId, { done: "now" }) };
  },
);
