/** Begins a file for a spreadsheet: the mark of UTF-8, so that names arrive whole. */
export const CSV_MARK = "\uFEFF";

/** A line of a CSV file (RFC 4180): it ends in CRLF, and no cell of it is a formula. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it. Our own numbers and
 * dates never begin so, and stay numbers and dates.
 */
function cell(text: string): string {
  const harmless = /^\s*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
