import { z } from "zod";
import { note } from "@/lib/form-fields";

/** A line, or a batch, as it was looked at: "id.version". */
export const seenRow = z.string().transform((text, context) => {
  const [id = "", version = ""] = text.split(".");
  if (!z.uuid().safeParse(id).success || !/^[1-9]\d{0,6}$/.test(version)) {
    context.addIssue("Choose again.");
    return z.NEVER;
  }
  return { id, version: Number(version) };
});

export const decideLinesSchema = z
  .object({
    batchId: z.uuid(),
    lines: z.array(seenRow).min(1, "Choose at least one line."),
    verdict: z.enum(["approve", "return", "reject"]),
    /** To the member; an approval needs none. */
    note: note(),
  })
  .refine(({ verdict, note }) => verdict === "approve" || note !== "", {
    path: ["note"],
    error: "Tell the member what is missing or why.",
  });

export type DecideLines = z.output<typeof decideLinesSchema>;
