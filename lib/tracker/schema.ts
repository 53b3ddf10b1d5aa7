import { z } from "zod";

/** The tracker's filters as they stand in the address; what makes no sense is left out. */
export const trackerSchema = z.object({
  // PostgreSQL takes no NUL character.
  type: z
    .string()
    .refine((type) => !type.includes("\0"))
    .optional()
    .catch(undefined),
  year: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  older: z.string().optional().catch(undefined),
  newer: z.string().optional().catch(undefined),
});
