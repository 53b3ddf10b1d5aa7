/** Begins a file for a spreadsheet: the mark of UTF-8, so that names arrive whole. */
export const CSV_MARK = "\uFEFF";

/** A line of a CSV file (RFC 4180): it ends in CRLF, and no cell of it is a formula. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/** What a spreadsheet would take for a formula, with however many apostrophes before it. */
const FORMULA = /^'*\s*[=+\-@\t\r＝＋－＠]/u;

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it. Our own numbers and
 * dates never begin so, and stay numbers and dates. Text that looks guarded already is guarded once
 * more: `unguarded` gives back what stood there.
 */
function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A cell of a file that is read, without the apostrophe that we put before it when we wrote it. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function cell(text: string): string {
  const harmless = guarded(text);
  return /[",\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
