import { z } from "zod";
import { onlyVisible } from "@/lib/form-fields";
import { PAGE_NAMES, SHORT_NAME } from "@/lib/page-texts/rules";

export const pageTextSchema = z.object({
  name: z.enum(PAGE_NAMES),
  /** Of the text that was being changed. */
  version: z.coerce.number().int().min(0),
  text: z
    .string()
    .transform((typed) => typed.replaceAll(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .min(1, "Write the text of the page.")
        .max(20_000, "Keep it under 20,000 characters.")
        .superRefine(onlyVisible)
        .refine(
          (text) => [...text.matchAll(/\{[^}\n]*\}/g)].every(([place]) => place === SHORT_NAME),
          `The placeholder that is filled in here is ${SHORT_NAME}.`,
        ),
    ),
  act: z.enum(["preview", "save"]).default("save"),
});

export type ChangePageText = Omit<z.infer<typeof pageTextSchema>, "act">;
