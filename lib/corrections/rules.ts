import { type Claim, type Row, refusalOfAmountForDay } from "@/lib/claims/rules";
import { printCredits } from "@/lib/credits/amount";

/** Why staff cannot set this day to so many credits (hundredths); null when they can. */
export function refusalToCorrect(
  { creditType }: Pick<Claim["event"], "creditType">,
  row: Pick<Row, "credits" | "maximum" | "submittedAt">,
  credits: number,
): string | null {
  if (!row.submittedAt) return "This day is not locked: its member can still change it.";
  if (row.credits === credits) return `The day already stands at ${printCredits(credits)}.`;
  return refusalOfAmountForDay(creditType, row, credits);
}

/** What to say of a day that the claim has not. */
export function refusalOfOtherDay(rows: readonly Pick<Row, "day">[]): string {
  const days = rows.map(({ day }) => day).join(", ");
  return `The claim has no such day. ${days ? `Its days are ${days}.` : "It has no days yet."}`;
}
