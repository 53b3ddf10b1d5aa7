import { z } from "zod";
import { centsTyped } from "@/lib/credits/amount";
import { typedCredits } from "@/lib/credits/schema";
import { reason } from "@/lib/form-fields";

const money = z.string().transform((typed, context) => {
  const cents = centsTyped(typed);
  if (cents !== null) return cents;
  context.addIssue("Enter an amount of money, such as 25 or -12.50.");
  return z.NEVER;
});

const credits = typedCredits.transform((amount, context) => {
  if (amount !== null) return amount;
  context.addIssue("Enter the credits. Enter 0 if none are asked for.");
  return z.NEVER;
});

export const replaceInvoiceSchema = z.object({
  renewalId: z.uuid(),
  /** The number of the invoice that the form showed: no other is replaced. */
  seen: z.coerce.number().int().min(1),
  /** Cycles of credentials that came late and get onto it. */
  joining: z.array(z.uuid()).max(50),
  /** Hundredths. */
  requiredCredits: credits,
  minimumCredits: credits,
  /** Cents, added to the fees or taken off. */
  adjustment: money,
  lateFee: money.refine((cents) => cents >= 0, "Enter 0 or more."),
  reason: reason("Say why.", 500),
});

export type ReplaceInvoice = z.infer<typeof replaceInvoiceSchema>;
