import { z } from "zod";

const MOST_LINES = 100;

/** What a member chose to submit with a renewal: kept as a draft, or submitted. */
export const saveBatchSchema = z
  .object({
    renewalId: z.uuid(),
    /** Forms. */
    forms: z.array(z.uuid()).max(MOST_LINES, `Submit at most ${MOST_LINES} forms at once.`),
    act: z.enum(["save", "submit"]).default("save"),
    attested: z.literal("on").optional(),
  })
  .refine(({ act, attested }) => act === "save" || attested === "on", {
    path: ["attested"],
    error: "Confirm this before you submit.",
  });

export type SaveBatch = z.output<typeof saveBatchSchema>;
