import { z } from "zod";
import { reason } from "@/lib/form-fields";

const version = z.coerce.number().int().min(1).max(1_000_000).nullable().catch(null);

/** The version that an address asks for; null: the latest. */
export function readVersion(typed: string | string[] | null | undefined): number | null {
  return version.parse(typed ?? null);
}

/** Staff end a certificate, or issue its next version; `version` is the latest that was on the screen. */
export const certificateActSchema = z.object({
  registrationId: z.uuid(),
  version: z.coerce.number().int().min(1),
  reason: reason("Give the reason. The member reads it."),
});

export type CertificateAct = z.infer<typeof certificateActSchema>;
