import { z } from "zod";
import { onlyVisible } from "@/lib/form-fields";
import { WaivedPart, WaiverReason } from "@/prisma/generated/enums";

export const grantWaiverSchema = z.object({
  renewalId: z.uuid(),
  part: z.enum(WaivedPart, "Choose what is waived."),
  kind: z.enum(WaiverReason, "Choose why."),
  reason: z
    .string()
    .trim()
    .min(1, "Say why.")
    .max(500, "Keep it under 500 characters.")
    .superRefine(onlyVisible),
});

export type GrantWaiver = z.infer<typeof grantWaiverSchema>;
