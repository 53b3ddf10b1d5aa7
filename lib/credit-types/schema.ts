import { z } from "zod";
import { creditsTyped, refusalOfAmount } from "@/lib/credits/amount";
import { seen, ticked, whole, wholeOrNothing, words } from "@/lib/form-fields";

const terms = {
  /** Hundredths. */
  increment: z.string().transform((typed, context) => {
    const refusal = refusalOfAmount(typed);
    const credits = refusal ? null : creditsTyped(typed);
    if (credits) return credits;
    context.addIssue(refusal ?? "Enter the smallest step, such as 0.25.");
    return z.NEVER;
  }),
  minutesPerCredit: whole(1, 6000),
  /** Nothing: for ever. */
  retentionYears: wholeOrNothing(1, 100),
  physiciansOnly: ticked,
  /** Its place among the choices; nothing: it is not offered. */
  reportPosition: wholeOrNothing(1, 999),
};

export const addCreditTypeSchema = z.object({ name: words(100), ...terms });
export const changeCreditTypeSchema = z.object({ name: z.string().max(100), seen, ...terms });

export type AddCreditType = z.output<typeof addCreditTypeSchema>;
export type ChangeCreditType = z.output<typeof changeCreditTypeSchema>;
