import { z } from "zod";
import { creditsTyped, refusalOfAmount } from "@/lib/credits/amount";

/** Credits as typed, to hundredths; blank is null: not entered. */
export const typedCredits = z.string().transform((typed, context) => {
  const refusal = refusalOfAmount(typed);
  if (refusal) {
    context.addIssue(refusal);
    return z.NEVER;
  }
  return creditsTyped(typed);
});
