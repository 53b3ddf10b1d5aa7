import { z } from "zod";
import { typedCredits } from "@/lib/credits/schema";

export const saveDaySchema = z.object({
  registrationId: z.uuid(),
  eventDayId: z.uuid(),
  /** The version of the row that was on the screen; 0: never saved. */
  version: z.coerce.number().int().min(0),
  credits: typedCredits,
});

export const submitClaimSchema = z.object({
  registrationId: z.uuid(),
  /** The version of the claim that was reviewed. */
  version: z.coerce.number().int().min(0),
  attested: z.literal("yes", "Tick the box to attest that the credits match your participation."),
});

/** The tracker's filters as they stand in the address; what makes no sense is left out. */
export const trackerSchema = z.object({
  type: z.string().optional().catch(undefined),
  year: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  older: z.string().optional().catch(undefined),
  newer: z.string().optional().catch(undefined),
});

export type SaveDay = z.infer<typeof saveDaySchema>;
export type SubmitClaim = z.infer<typeof submitClaimSchema>;
