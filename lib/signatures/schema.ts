import { z } from "zod";
import { onlyVisible, reason } from "@/lib/form-fields";
import { formActSchema, signerName } from "@/lib/reporting-forms/schema";

export const signFormSchema = formActSchema.extend({
  name: z
    .string()
    .default("")
    .transform((typed) => typed.replaceAll(/[\s\u0085]+/g, " ").trim())
    .refine(Boolean, "Type your name to sign.")
    .refine((text) => [...text].length <= 200, "Use at most 200 characters.")
    .refine((text) => !/\p{Cc}/u.test(text), "Remove the control character.")
    .superRefine(onlyVisible),
  attested: z.literal("on", "Confirm that you have verified the form."),
});

export const returnFormSchema = formActSchema.extend({
  note: reason("Tell the member what is missing or why."),
});

export const signOnPaperSchema = formActSchema.extend({
  name: signerName,
  documentId: z.uuid(),
});

export type SignForm = z.output<typeof signFormSchema>;
export type ReturnForm = z.output<typeof returnFormSchema>;
export type SignOnPaper = z.output<typeof signOnPaperSchema>;
