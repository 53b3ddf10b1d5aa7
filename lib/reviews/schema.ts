import { z } from "zod";
import { note, searched } from "@/lib/form-fields";
import { sorted } from "@/lib/list-search";

export const decideEntrySchema = z
  .object({
    entryId: z.uuid(),
    decision: z.enum(["accept", "return", "reject"]),
    /** To the member; an accepted entry needs none. */
    note: note(),
  })
  .refine(({ decision, note }) => decision === "accept" || note !== "", {
    path: ["note"],
    error: "Tell the member what is missing or why.",
  });

/** What of a queue is listed, as its address says it: whose, of which format, and after which row. */
export const reviewQueueSchema = z.object({
  q: searched,
  format: searched,
  sort: sorted(["oldest", "newest"]),
  after: z.string().max(100).optional().catch(undefined),
});

export const markNotDuplicateSchema = z.object({ entryId: z.uuid() });

export type DecideEntry = z.infer<typeof decideEntrySchema>;
export type MarkNotDuplicate = z.infer<typeof markNotDuplicateSchema>;
export type ReviewQueue = z.output<typeof reviewQueueSchema>;
