import { z } from "zod";

export const confirmRunSchema = z.object({ runId: z.uuid() });
export type ConfirmRun = z.output<typeof confirmRunSchema>;
