import { z } from "zod";
import { typedCredits } from "@/lib/credits/schema";

export const saveDaySchema = z.object({
  registrationId: z.uuid(),
  eventDayId: z.uuid(),
  /** The version of the row that was on the screen; 0: never saved. */
  version: z.coerce.number().int().min(0),
  credits: typedCredits,
  /** What the member pressed instead of the disc: the review, or the pencil of another day. */
  onward: z.union([z.literal("review"), z.uuid()]).optional(),
});

export const submitClaimSchema = z.object({
  registrationId: z.uuid(),
  /** The version of the claim that was reviewed. */
  version: z.coerce.number().int().min(0),
  attested: z.literal("on", "Tick the box to attest that the credits match your participation."),
});

export type SaveDay = z.infer<typeof saveDaySchema>;
export type SubmitClaim = z.infer<typeof submitClaimSchema>;
