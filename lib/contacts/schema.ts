import { z } from "zod";
import { line, onlyVisible } from "@/lib/form-fields";

export const confirmContactSchema = z.object({
  renewalId: z.uuid(),
  email: line(254).pipe(z.email("Enter the whole email address, such as name@example.org.")),
  phone: line(100),
  /** Several lines; the line breaks of all systems are one. */
  address: z
    .string()
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .max(500, "Keep it under 500 characters.")
        .refine((text) => !/[^\P{Cc}\n]/u.test(text), "Remove the control character.")
        .superRefine(onlyVisible),
    ),
  /** Only to change the e-mail address. */
  password: z.string().max(1000).default(""),
});

export type ConfirmContact = z.infer<typeof confirmContactSchema>;
