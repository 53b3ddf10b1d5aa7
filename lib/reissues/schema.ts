import { z } from "zod";
import { correctionReason } from "@/lib/corrections/schema";

/** Staff answer a request with a version of the certificate; what was on the screen goes along. */
export const acceptByReissuingSchema = z.object({
  requestId: z.uuid(),
  /** The latest version that was looked at. */
  version: z.coerce.number().int().min(1),
  /** Of what the next one would state. */
  seen: z.string(),
  reason: correctionReason,
});

export type AcceptByReissuing = z.infer<typeof acceptByReissuingSchema>;
