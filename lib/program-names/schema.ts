import { z } from "zod";
import { isDay } from "@/lib/calendar";
import { words } from "@/lib/form-fields";

/** A name that a program has from a date on. */
export const nameProgramSchema = z.object({
  programCode: z.string().max(40),
  code: words(40),
  name: words(200),
  fromOn: z.string().trim().refine(isDay, "Enter a date such as 2027-01-01."),
});

export type NameProgram = z.output<typeof nameProgramSchema>;
