import { z } from "zod";
import { identifier, newPassword } from "@/lib/accounts/schema";

export const startResetSchema = z.object({
  account: identifier.min(1, "Enter your email address, ID/Member/E-associate # or username."),
});

const email = identifier.pipe(z.email("Enter the whole email address, such as name@example.org."));

/** Who typed a number or a username confirms the address by typing it. */
export const confirmResetSchema = z.object({ account: identifier.min(1), email });

export const resetPasswordSchema = z
  .object({
    link: z.string().max(200),
    password: newPassword,
    passwordAgain: z.string(),
  })
  .refine(({ password, passwordAgain }) => password === passwordAgain, {
    path: ["passwordAgain"],
    message: "This is not the same password. Type it again.",
  });
