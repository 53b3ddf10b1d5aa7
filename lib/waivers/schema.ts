import { z } from "zod";
import { reason } from "@/lib/form-fields";
import { WaivedPart, WaiverReason } from "@/prisma/generated/enums";

export const grantWaiverSchema = z.object({
  renewalId: z.uuid(),
  part: z.enum(WaivedPart, "Choose what is waived."),
  kind: z.enum(WaiverReason, "Choose why."),
  reason: reason("Say why.", 500),
});

export type GrantWaiver = z.infer<typeof grantWaiverSchema>;
