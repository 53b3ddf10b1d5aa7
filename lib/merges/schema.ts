import { z } from "zod";
import { memberActSchema } from "@/lib/directory/schema";
import { seen } from "@/lib/form-fields";

/** What the merge page is asked for: a search, or the record that was found. */
export const chooseSchema = z.object({
  q: z
    .string()
    .default("")
    .catch("")
    .transform((typed) => typed.slice(0, 200)),
  other: z.uuid().nullable().default(null).catch(null),
});

/** `memberId` is the record that is kept. */
export const mergeSchema = memberActSchema.extend({
  otherId: z.uuid(),
  /** The fingerprint of the preview. */
  seen,
});

export type MergeMembers = z.output<typeof mergeSchema>;
