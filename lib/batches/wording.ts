import type { Line } from "@/lib/allocations/lines";
import { printCredits } from "@/lib/credits/amount";

/** What a line counts and why not more: "Counts 2.00 (yearly maximum: …)."; or why it can't be submitted. */
export function effectWords({
  effect,
  refusal,
  credits,
}: {
  effect: Pick<Line, "counted" | "surplus" | "reason" | "detail"> | null;
  refusal: string | null;
  credits: number;
}): string {
  if (refusal !== null) return refusal;
  if (!effect) return "";
  const counts = `Counts ${printCredits(effect.counted)}`;
  return effect.counted === credits
    ? `${counts}.`
    : `${counts} (${effect.reason}): ${effect.detail}`;
}
