import { z } from "zod";

export const withdrawEntrySchema = z.object({ entryId: z.uuid() });

export const requestEntryCorrectionSchema = z.object({
  entryId: z.uuid(),
  message: z
    .string()
    .trim()
    .min(1, "Say what is wrong and what it should be.")
    .max(2000, "Keep it under 2,000 characters."),
});

export type WithdrawEntry = z.infer<typeof withdrawEntrySchema>;
export type RequestEntryCorrection = z.infer<typeof requestEntryCorrectionSchema>;
