import { z } from "zod";
import { reason } from "@/lib/form-fields";

export const eraseValuesSchema = z.object({
  entryId: z.uuid(),
  reason: reason("Say why: the audit log keeps it."),
});

export type EraseValues = z.output<typeof eraseValuesSchema>;
