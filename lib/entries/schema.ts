import { z } from "zod";

export const withdrawEntrySchema = z.object({ entryId: z.uuid() });

export type WithdrawEntry = z.infer<typeof withdrawEntrySchema>;
