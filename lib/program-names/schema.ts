import { z } from "zod";
import { typedDay, words } from "@/lib/form-fields";

/** A name that a program has from a date on. */
export const nameProgramSchema = z.object({
  programCode: z.string().max(40),
  code: words(40),
  name: words(200),
  fromOn: typedDay("Enter a date such as 2027-01-01."),
});

/** A program that is not there yet, with the name that it begins with. */
export const addProgramSchema = z.object({
  code: words(40)
    .refine(
      (code) => /^[\p{L}\p{N}][\p{L}\p{N} .+-]*$/u.test(code),
      "Use letters, digits, spaces, points and hyphens.",
    )
    // In small letters alone it would be the address of another page.
    .refine((code) => /[\p{Lu}\p{N}]/u.test(code), "Use a capital letter or a digit, as in CAM."),
  name: words(200),
});

export type AddProgram = z.output<typeof addProgramSchema>;
export type NameProgram = z.output<typeof nameProgramSchema>;
