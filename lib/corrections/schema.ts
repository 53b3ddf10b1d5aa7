import { z } from "zod";
import { isDay } from "@/lib/calendar";
import { typedCredits } from "@/lib/credits/schema";

export const requestCorrectionSchema = z.object({
  registrationId: z.uuid(),
  message: z
    .string()
    .trim()
    .min(1, "Say which day is wrong and what it should be.")
    .max(2000, "Keep it under 2,000 characters."),
});

/** A staff correction; a locked day always has an amount, so blank is refused. */
export const correctDaySchema = z.object({
  registrationId: z.uuid(),
  day: z.string().refine(isDay, "Give the day as a date, such as 2026-04-11."),
  credits: typedCredits.pipe(z.number("Enter the credits. Enter 0 if none were earned.")),
  reason: z.string().trim().min(1, "Give the reason for the correction.").max(2000),
});

export type RequestCorrection = z.infer<typeof requestCorrectionSchema>;
export type CorrectDay = z.infer<typeof correctDaySchema>;
