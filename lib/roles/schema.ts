import { z } from "zod";
import { identifier } from "@/lib/accounts/schema";
import { withSingleSpaces } from "@/lib/form-fields";

export const grantSchema = z
  .object({
    email: z
      .string("Give an e-mail address.")
      .pipe(identifier)
      .pipe(z.email("Give the whole e-mail address, such as sam@example.org.")),
    role: z.enum(
      ["staff", "administrator", "local_office"],
      "The role must be staff, administrator or local_office.",
    ),
    office: z
      .string()
      .trim()
      .overwrite(withSingleSpaces)
      .min(1, "Name the office.")
      .max(200, "Use at most 200 characters for the office.")
      .optional(),
  })
  .refine(({ role, office }) => (role === "local_office") === (office !== undefined), {
    path: ["office"],
    message: "The role local_office needs the name of its office, and no other role has one.",
  });

export type Grant = z.output<typeof grantSchema>;

/** The form: an office stands in its own field, also where the role has none. */
export const grantFormSchema = z
  .object({
    email: z
      .string()
      .pipe(identifier)
      .pipe(z.email("Enter the whole email address, such as sam@example.org.")),
    role: z.enum(["staff", "administrator", "local_office"], "Choose a role."),
    office: z
      .string()
      .trim()
      .overwrite(withSingleSpaces)
      .max(200, "Use at most 200 characters.")
      .default(""),
  })
  .refine(({ role, office }) => (role === "local_office") === (office !== ""), {
    path: ["office"],
    error: "Name the office of the role Local office, and leave this empty for other roles.",
  });

export const withdrawRoleSchema = z.object({
  memberId: z.uuid(),
  role: z.enum(["staff", "administrator", "local_office"]),
});

export type WithdrawRole = z.output<typeof withdrawRoleSchema>;
