import { familiesFor, fontOf, type HouseFamily, printable } from "@/lib/drawing/fonts";

/** A text that shares its size with the others of its block; `scale` is relative to that size. */
export type Block = { text: string; house: HouseFamily; scale?: number; gap?: number };
export type Box = { width: number; height: number; lineHeight: number };

const STEP = 0.25;

// Lines are broken by the layout engine, which knows kerning and ligatures; this much is left free for
// where it breaks differently.
const SLACK = 0.97;

/**
 * The largest size up to `most` in which the blocks, one under another, stay inside the box, with the
 * height that they take of it and the least width that keeps their lines as few: even lines, no orphan.
 */
export function sizeToFit(blocks: readonly Block[], box: Box, most: number) {
  const measured = blocks.map((block) => ({ ...block, words: wordWidths(block) }));
  const size = largest(most, (candidate) => heightAt(candidate, measured, box) <= box.height);
  const height = Math.min(heightAt(size, measured, box), box.height);
  const even = (width: number) => heightAt(size, measured, { ...box, width }) <= height;
  return { size, height, width: narrowest(box.width, even) };
}

function largest(most: number, fits: (size: number) => boolean): number {
  if (fits(most)) return most;
  let low = 0;
  let high = Math.floor(most / STEP);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle * STEP)) low = middle;
    else high = middle;
  }
  return Math.max(low, 1) * STEP;
}

function narrowest(most: number, isEven: (width: number) => boolean): number {
  let low = most / 3;
  let high = most;
  while (high - low > 4) {
    const middle = (low + high) / 2;
    if (isEven(middle)) high = middle;
    else low = middle;
  }
  return high;
}

type Measured = Block & { words: Words };
type Words = { widths: number[]; space: number };

function heightAt(size: number, blocks: readonly Measured[], { width, lineHeight }: Box): number {
  let height = 0;
  for (const { words, scale = 1, gap = 0 } of blocks) {
    height += (linesAt(size * scale, words, width * SLACK) * lineHeight * scale + gap) * size;
  }
  return height;
}

/** Infinity when a word alone is wider than the line: it can't be broken. */
function linesAt(size: number, { widths, space }: Words, width: number): number {
  let lines = widths.length === 0 ? 0 : 1;
  let used = 0;
  for (const word of widths) {
    if (word * size > width) return Number.POSITIVE_INFINITY;
    const next = used === 0 ? word * size : used + (space + word) * size;
    if (next > width) lines += 1;
    used = next > width ? word * size : next;
  }
  return lines;
}

/** Widths at size 1. */
function wordWidths({ text, house }: Block): Words {
  const fonts = familiesFor(text, house).map(fontOf);
  const widthOf = (character: string) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(codePoint));
    return font ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm : 1;
  };
  const words = printable(text).split(" ").filter(Boolean);
  return {
    widths: words.map((word) => Array.from(word).reduce((sum, each) => sum + widthOf(each), 0)),
    space: widthOf(" "),
  };
}
