import { z } from "zod";
import { onlyVisible } from "@/lib/form-fields";

export const decideEntrySchema = z
  .object({
    entryId: z.uuid(),
    decision: z.enum(["accept", "return", "reject"]),
    /** To the member; an accepted entry needs none. */
    note: z
      .string()
      .trim()
      .max(2000, "Keep it under 2,000 characters.")
      .superRefine(onlyVisible)
      .default(""),
  })
  .refine(({ decision, note }) => decision === "accept" || note !== "", {
    path: ["note"],
    error: "Tell the member what is missing or why.",
  });

/** PostgreSQL keeps no NUL character, so nothing is found by one. */
const filter = z
  .string()
  .max(200)
  .refine((text) => !text.includes("\0"))
  .default("")
  .catch("");

/** What of a queue is listed, as its address says it: whose, of which format, and after which row. */
export const reviewQueueSchema = z.object({
  q: filter,
  format: filter,
  after: z.string().max(100).optional().catch(undefined),
});

export const markNotDuplicateSchema = z.object({ entryId: z.uuid() });

export type DecideEntry = z.infer<typeof decideEntrySchema>;
export type MarkNotDuplicate = z.infer<typeof markNotDuplicateSchema>;
export type ReviewQueue = z.output<typeof reviewQueueSchema>;
