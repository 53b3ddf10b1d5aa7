import { createHash } from "node:crypto";

export const SIZE_UNITS = ["renewals", "percent"] as const;

export type Size = { size: number; unit: (typeof SIZE_UNITS)[number] };

/** More letters than this at once are a mistake in the criteria rather than an audit. */
const MOST_DRAWN = 1000;

/** How many of a population are drawn: never more than there are, and a part of one renewal is one. */
export function countToDraw({ size, unit }: Size, population: number): number {
  const wanted = unit === "percent" ? Math.ceil((population * size) / 100) : size;
  return Math.min(wanted, population);
}

/** A renewal with what decides whether it is drawn: SHA-256 of the seed followed by its id, hexadecimal. */
type Ranked = { id: string; rank: string };

/**
 * The candidates in the order in which they are drawn, the smallest rank first. Whoever has the seed
 * and the list comes to the same, in whatever order the list is.
 */
export function rankedBy(seed: string, candidates: readonly string[]): Ranked[] {
  return [...new Set(candidates)]
    .map((id) => ({ id, rank: sha256(seed + id) }))
    .toSorted((a, b) => (a.rank < b.rank || (a.rank === b.rank && a.id < b.id) ? -1 : 1));
}

/** The ids drawn, in the order of the draw. */
export function draw(seed: string, candidates: readonly string[], size: Size): string[] {
  const ranked = rankedBy(seed, candidates);
  return ranked.slice(0, countToDraw(size, ranked.length)).map(({ id }) => id);
}

/** What vouches for the list that was drawn from: SHA-256 over its ids by order, a line each. */
export function hashOfCandidates(candidates: readonly string[]): string {
  return sha256(candidates.toSorted().join("\n"));
}

/** Why so many can't be drawn; null: they can. */
export function refusalToDraw(count: number): string | null {
  if (count === 0) return "There is no renewal to draw from. Choose other programs or due dates.";
  if (count <= MOST_DRAWN) return null;
  return `This would draw ${count} renewals. Draw at most ${MOST_DRAWN} at once.`;
}

/** How a draw is made, in words for who wants to repeat it. */
export const HOW_IT_IS_DRAWN =
  "Each renewal gets the SHA-256 of the seed followed by its id; those with the smallest values are drawn. Anyone who has the seed and the list comes to the same renewals.";

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
