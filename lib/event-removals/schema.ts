import { z } from "zod";

/** The version is the one that the form showed. */
export const removeEventSchema = z.object({ eventId: z.uuid(), version: z.coerce.number().int() });

export type RemoveEvent = z.output<typeof removeEventSchema>;
