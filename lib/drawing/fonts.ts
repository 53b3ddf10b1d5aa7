import { createRequire } from "node:module";
import { type Font, openSync } from "fontkit";
import { remembering } from "@/lib/drawing/shapes";

/** The families of the documents: two of the house, then those that have the letters they lack. */
const FILES = {
  "Source Serif": "source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
  "Source Serif Italic": "source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
  "Source Sans": "source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  "Noto Serif": "noto-serif/400Regular/NotoSerif_400Regular.ttf",
  "Markazi Text": "markazi-text/400Regular/MarkaziText_400Regular.ttf",
  "Noto Naskh Arabic": "noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
  "Noto Serif Hebrew": "noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular.ttf",
  "Nanum Myeongjo": "nanum-myeongjo/400Regular/NanumMyeongjo_400Regular.ttf",
  "Noto Serif JP": "noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf",
  "Noto Serif SC": "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
} as const;

export type FontFamily = keyof typeof FILES;
export const FONT_FAMILIES = Object.keys(FILES) as FontFamily[];
export type HouseFamily = "Source Serif" | "Source Serif Italic" | "Source Sans";

// In this order the small files are opened first, and Han characters take their Japanese shape
// unless only the Chinese font has them all.
const FALLBACKS: readonly FontFamily[] = [
  "Noto Serif",
  "Markazi Text",
  "Noto Naskh Arabic",
  "Noto Serif Hebrew",
  "Nanum Myeongjo",
  "Noto Serif JP",
  "Noto Serif SC",
];

const HOUSE: readonly HouseFamily[] = ["Source Serif", "Source Serif Italic", "Source Sans"];

const { resolve } = createRequire(import.meta.url);

export function fontPath(family: FontFamily): string {
  return resolve(`@expo-google-fonts/${FILES[family]}`);
}

const opened = new Map<FontFamily, Font>();

export function fontOf(family: FontFamily): Font {
  const known = opened.get(family);
  if (known) return known;
  const font = openSync(fontPath(family));
  if (!("hasGlyphForCodePoint" in font)) throw new Error(`${family} is a collection of fonts.`);
  const shared = remembering(font);
  opened.set(family, shared);
  return shared;
}

/**
 * The families that set the text, in the order in which a glyph is looked for. A family that the text
 * doesn't need is left out: the Chinese one alone weighs 15 MB.
 */
export function familiesFor(text: string, house: HouseFamily): FontFamily[] {
  const characters = charactersOf(text);
  const marked = characters.some((character) => MARK.test(character));
  let missing = characters.filter((character) => !has(house, character) || MARK.test(character));
  if (missing.length === 0) return [house];
  // A mark must come from its letter's font, and the house's don't place marks: a Latin text that the
  // house can't set whole is set in Noto.
  const families: FontFamily[] = missing.some((character) => has("Noto Serif", character))
    ? ["Noto Serif", house]
    : [house];
  const without = (set: readonly FontFamily[]) =>
    missing.filter((character) => !set.some((family) => has(family, character)));
  missing = without(families);
  while (missing.length > 0) {
    const next = bestFor(missing, marked);
    if (next === null) break;
    families.push(next);
    missing = without([next]);
  }
  return families;
}

const MARK = /\p{M}/u;

/** The characters of any texts, however deep they stand, that no font has. */
export function missingFrom(lines: unknown): string[] {
  const characters = new Set(textsOf(lines).flatMap(charactersOf));
  return [...characters].filter(
    (character) =>
      !HOUSE.every((family) => has(family, character)) && bestFor([character]) === null,
  );
}

/**
 * The text as it is set: one space for every kind, composed letters, no marks of direction (the order
 * follows from the letters). What has no glyph of its own would be drawn from a font that isn't embedded.
 */
export function printable(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, "")
    .replaceAll(/[\u2010\u2011]/g, "-")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function bestFor(characters: readonly string[], marked = false): FontFamily | null {
  let best: FontFamily | null = null;
  let most = 0;
  for (const family of FALLBACKS) {
    // Its letters don't join around a mark.
    if (marked && family === "Markazi Text") continue;
    const count = characters.filter((character) => has(family, character)).length;
    if (count > most) {
      best = family;
      most = count;
    }
    if (most === characters.length) break;
  }
  return best;
}

function has(family: FontFamily, character: string): boolean {
  return fontOf(family).hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

function charactersOf(text: string): string[] {
  return [...new Set(printable(text))];
}

function textsOf(lines: unknown): string[] {
  if (typeof lines === "string") return [lines];
  return typeof lines === "object" && lines !== null ? Object.values(lines).flatMap(textsOf) : [];
}
