import { z } from "zod";
import { isDay } from "@/lib/calendar";
import { MOST_CREDITS } from "@/lib/credits/amount";
import { typedCredits } from "@/lib/credits/schema";
import { reason } from "@/lib/form-fields";

export const correctionReason = reason("Give the reason for the correction.");

/** A staff correction; a locked day always has an amount, so blank is refused. */
export const correctDaySchema = z.object({
  registrationId: z.uuid(),
  day: z.string().refine(isDay, "Give the day as a date, such as 2026-04-11."),
  credits: typedCredits.pipe(z.number("Enter the credits. Enter 0 if none were earned.")),
  reason: correctionReason,
});

const hundredths = z.coerce.number().int().min(0).max(MOST_CREDITS);

/** What was seen of a claim, and what it becomes: lists of the same length, a day each. */
export const correctClaimSchema = z
  .object({
    registrationId: z.uuid(),
    /** The wish that it fulfils. */
    requestId: z.uuid().optional(),
    eventDayIds: z.array(z.uuid()).min(1).max(100),
    /** The amounts that stood on the screen. */
    stood: z.array(hundredths),
    credits: z.array(hundredths),
    reason: correctionReason,
  })
  .refine(
    ({ eventDayIds, stood, credits }) =>
      stood.length === eventDayIds.length &&
      credits.length === eventDayIds.length &&
      new Set(eventDayIds).size === eventDayIds.length,
    "Open the page again and correct the days there.",
  );

export type CorrectDay = z.infer<typeof correctDaySchema>;
export type CorrectClaim = z.infer<typeof correctClaimSchema>;
