import bidiFactory from "bidi-js";
import type { GlyphRun } from "fontkit";
import { type FontFamily, fontOf } from "@/lib/drawing/fonts";

const bidi = bidiFactory();

/**
 * Whether a text must be drawn as outlines, because react-pdf 4.9 would set it wrong: it drops the
 * places of marks (a Yoruba vowel with two, Hebrew points), and among words from right to left the
 * order of figures and brackets, and the joins of letters where a line is broken.
 */
export function needsOutline(
  text: string,
  families: readonly FontFamily[],
  { width, size }: { width: number; size: number },
): boolean {
  if (!SPECIAL.test(text)) return false;
  if (MARK.test(text) || !ONE_PHRASE.test(text)) return true;
  const runs = runsOf(text, families);
  return widthOf(runs) * size > width || runs.some(hasPlacedGlyphs);
}

const MARK = /\p{M}/u;
const SPECIAL = /[\p{M}\p{scx=Arab}\p{scx=Hebr}]/u;
const ONE_PHRASE =
  /^[^\p{scx=Arab}\p{scx=Hebr}\p{N}]*[\p{scx=Arab}\p{scx=Hebr}\s]+[^\p{scx=Arab}\p{scx=Hebr}\p{N}()[\]]*$/u;

function hasPlacedGlyphs({ glyphs }: Run): boolean {
  return glyphs.positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0);
}

export type Setting = { size: number; lineHeight: number; width: number; centred: boolean };

/** The text broken into lines and drawn as one path, in points from the top left of its box. */
export function outlineOf(text: string, families: readonly FontFamily[], setting: Setting) {
  const { size, lineHeight, width, centred } = setting;
  const lines = linesOf(text, families, width / size).map((line) => runsOf(line, families));
  const paths = lines.flatMap((runs, index) => {
    const top = index * lineHeight * size;
    let x = centred ? (width - widthOf(runs) * size) / 2 : 0;
    return runs.map((run) => {
      const path = pathOf(run, x, top + (lineHeight / 2 + 0.35) * size, size);
      x += run.width * size;
      return path;
    });
  });
  return { path: paths.join(""), height: lines.length * lineHeight * size };
}

/** `width` at size 1. */
type Run = { glyphs: GlyphRun; scale: number; width: number };

function pathOf({ glyphs, scale }: Run, left: number, baseline: number, size: number): string {
  const points = scale * size;
  let x = left;
  return glyphs.glyphs
    .map((glyph, index) => {
      const { xOffset = 0, yOffset = 0, xAdvance = 0 } = glyphs.positions[index] ?? {};
      const path = glyph.path
        .scale(points, -points)
        .translate(x + xOffset * points, baseline - yOffset * points);
      x += xAdvance * points;
      return path.toSVG();
    })
    .join("");
}

function linesOf(text: string, families: readonly FontFamily[], width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length === 0 || widthOf(runsOf(longer, families)) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function widthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { width }) => sum + width, 0);
}

/** The line in pieces of one font and one direction, from left to right as they are seen. */
function runsOf(line: string, families: readonly FontFamily[]): Run[] {
  const pieces = piecesOf(line, families);
  // Rule L2 of the Unicode bidirectional algorithm: reverse what is embedded, the innermost first.
  const deepest = Math.max(0, ...pieces.map(({ level }) => level));
  for (let level = deepest; level > 0; level -= 1) reverseFrom(level, pieces);
  return pieces.map(({ family, text, level }) => {
    const font = fontOf(family);
    const direction = level % 2 === 1 ? "rtl" : "ltr";
    const glyphs = font.layout(text, undefined, undefined, undefined, direction);
    const scale = 1 / font.unitsPerEm;
    return { glyphs, scale, width: glyphs.advanceWidth * scale };
  });
}

type Piece = { family: FontFamily; text: string; level: number };

function reverseFrom(level: number, pieces: Piece[]) {
  let start = 0;
  while (start < pieces.length) {
    let end = start;
    while (end < pieces.length && (pieces[end]?.level ?? 0) >= level) end += 1;
    pieces.splice(start, end - start, ...pieces.slice(start, end).reverse());
    start = end + 1;
  }
}

function piecesOf(line: string, families: readonly FontFamily[]): Piece[] {
  const embedded = bidi.getEmbeddingLevels(line, "ltr");
  const mirrored = bidi.getMirroredCharactersMap(line, embedded);
  const pieces: Piece[] = [];
  let index = 0;
  for (const character of line) {
    const shown = mirrored.get(index) ?? character;
    const level = embedded.levels[index] ?? 0;
    index += character.length;
    const has = (family: FontFamily) =>
      fontOf(family).hasGlyphForCodePoint(shown.codePointAt(0) ?? 0);
    const last = pieces.at(-1);
    // A mark and a space stay in the font of what they follow.
    const follows = last !== undefined && /[\p{M}\s]/u.test(shown) && has(last.family);
    const family = follows ? last.family : families.find(has);
    if (family === undefined) continue;
    if (last?.family === family && last.level === level) last.text += shown;
    else pieces.push({ family, text: shown, level });
  }
  return pieces;
}
