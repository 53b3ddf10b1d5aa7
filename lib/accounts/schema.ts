import { z } from "zod";

/** What people type to say who they are. PostgreSQL takes no NUL; other control characters belong in no identifier. */
export const identifier = z
  .string()
  .trim()
  .max(320, "That is longer than any login. Check it.")
  .refine((text) => !/\p{Cc}/u.test(text), "Leave out tabs and line breaks.");

/** Length alone: rules on kinds of characters make passwords worse (NIST SP 800-63B). */
export const newPassword = z
  .string()
  .refine((text) => [...text].length >= 10, "Choose a password of at least 10 characters.")
  .max(256, "Choose a password of at most 256 characters.");

export const signInSchema = z.object({
  login: identifier.min(1, "Enter your email address, member number or username."),
  password: z
    .string()
    .min(1, "Enter your password.")
    .max(256, "That is longer than any password here."),
  next: z.string().max(2000).optional(),
});
