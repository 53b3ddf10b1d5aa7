import type { Column } from "@/lib/imports/schema";
import { refusalOfInvisible } from "@/lib/text";

/** Says something about a cell: a refusal, or a note on what was made of it. */
export type Remark = { line: number; column: string; sentence: string };

export function printRemark({ line, column, sentence }: Remark): string {
  return `line ${line}, column ${column}: ${sentence}`;
}

// Whatever needs a second look: the space of a cell, controls, the mark of a failed decoding.
const UNCLEAN = /^ | $| {2}|[^\S ]|\p{Cc}|\p{Cf}|\uFFFD/u;

type CleanCell = { text: string; note?: string; refusal?: string };

/** Line breaks and runs of spaces become one space, which is noted; other controls are refused. */
export function cleanCell(cell: string): CleanCell {
  if (!UNCLEAN.test(cell)) return { text: cell };
  const trimmed = cell.trim();
  const text = trimmed.replace(/[\s\u0085]+/g, " ");
  if (/\p{Cc}/u.test(text)) {
    return { text: "", refusal: "This cell holds a control character. Remove it." };
  }
  const invisible = refusalOfInvisible(text, "cell");
  if (invisible) return { text: "", refusal: invisible };
  if (holdsReplacement(text)) {
    return {
      text: "",
      refusal:
        'This cell holds "\uFFFD", where a character was lost. Write the character that belongs there.',
    };
  }
  if (text === trimmed) return { text };
  const what = /[\n\r\u0085\u2028\u2029]/.test(trimmed) ? "A line break" : "A run of spaces";
  return { text, note: `${what} became one space: "${text}".` };
}

/** Whether the mark of a character that could not be decoded stands here. */
export function holdsReplacement(cell: string): boolean {
  return cell.includes("\uFFFD");
}

/** Why the header is not this kind's: every column that is missing, unknown or there twice. */
export function refusalsOfHeader(header: readonly string[], columns: Record<string, Column>) {
  const wanted = Object.entries(columns);
  const missing = wanted
    .filter(([name, { optional }]) => !optional && !header.includes(name))
    .map(([name]) => ({ column: name, sentence: "This column is missing from the header." }));
  const unknown = header
    .filter((name) => !Object.hasOwn(columns, name))
    .map((name) => ({
      column: name || '""',
      sentence: "Files of this kind have no such column.",
    }));
  const twice = header
    .filter((name, place) => header.indexOf(name) < place)
    .map((name) => ({ column: name, sentence: "The header names this column twice." }));
  return [...missing, ...unknown, ...twice].map((refusal) => ({ line: 1, ...refusal }));
}

/** What the header of a file names, and what of it may be left out. */
export function columnsOf(columns: Record<string, Column>) {
  const names = (isOptional: boolean) =>
    Object.entries(columns)
      .filter(([, { optional }]) => Boolean(optional) === isOptional)
      .map(([name]) => name);
  return { needed: names(false), optional: names(true) };
}

/** Cells as a line of COPY's text format. Cells hold no control character, so "\" is all to escape. */
export function copyLine(cells: readonly (string | null)[]): string {
  const written = cells.map((cell) =>
    cell === null ? "\\N" : cell.includes("\\") ? cell.replaceAll("\\", "\\\\") : cell,
  );
  return `${written.join("\t")}\n`;
}
