import { z } from "zod";

const MOST_CHOSEN = 100;

/** Which rows of a page one act is about, and that they are meant. `nothing`: told when none is. */
export function choicesSchema<Row extends z.ZodType>(row: Row, nothing: string) {
  const rows = z.array(row).max(MOST_CHOSEN, `Choose at most ${MOST_CHOSEN} at once.`);
  return z
    .object({
      chosen: rows,
      /** Every row of the page, and whether all are meant: one tick says so without a script. */
      shown: rows,
      every: z.literal("on").optional(),
      /** How many were named when it was asked whether they are meant. */
      confirmed: z.string().optional(),
    })
    .refine(({ chosen, shown, every }) => (every ? shown : chosen).length > 0, {
      path: ["chosen"],
      error: nothing,
    });
}
