import type { Line } from "@/lib/allocations/lines";

/** Why a line is looked at by itself instead of being approved among many; null: nothing asks for it. */
export function reasonToLook(effect: Pick<Line, "reason" | "detail"> | null): string | null {
  return effect && LOOKED_AT.has(effect.reason) ? `It would not count: ${effect.detail}` : null;
}

/** Whoever reads the submission is told so. What is too much is no reason: members may hand in more. */
const LOOKED_AT: ReadonlySet<Line["reason"]> = new Set([
  "duplicate",
  "outside the window",
  "credit type not accepted",
  "source not accepted",
  "format not accepted yet",
]);
