import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { CsvError, type Parser, parse } from "csv-parse";
import { unguarded } from "@/lib/csv";
import type { Remark } from "@/lib/imports/rules";

/** A row of the file and the physical line on which it starts. */
export type CsvRow = { line: number; cells: string[] };

/** Where reading had to stop, and whether a row too long was why: else a quotation mark out of place. */
export type Break = { line: number; place: number; isTooLong: boolean };

/** Where rows come from, the header first: a file, or what another door was given. */
export type RowSource = {
  rows: () => AsyncGenerator<CsvRow[]>;
  /** Of what was read, hexadecimal. */
  readonly sha256: string;
  readonly broken: Break | null;
  readonly isUtf8: boolean;
};

/** The file as a whole can't be taken: its encoding, its line ends, its header. */
export class UnreadableFile extends Error {
  constructor(readonly remarks: Remark[]) {
    super(remarks.map(({ sentence }) => sentence).join(" "));
  }
}

/** What to do about a file in another encoding. */
export const SAVE_AGAIN =
  'Save it as UTF-8 (spreadsheets call it "CSV UTF-8") and import it again.';
/** In bytes: a quotation mark that is never closed must not make one cell of the whole file. */
export const LONGEST_ROW = 100_000;

/** Reads the rows a piece of the file at a time, in memory that does not grow with the file. */
export class CsvFile implements RowSource {
  readonly #hash = createHash("sha256");
  broken: Break | null = null;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #isUtf8 = true;

  constructor(readonly path: string) {}

  /** SHA-256 of the bytes read, hexadecimal. */
  get sha256(): string {
    return this.#hash.copy().digest("hex");
  }

  /** Whether all that was read so far is UTF-8. In such a file U+FFFD was written as it stands. */
  get isUtf8(): boolean {
    return this.#isUtf8;
  }

  async *rows(): AsyncGenerator<CsvRow[]> {
    let line = 1;
    let found: CsvRow[] = [];
    // Rows are taken here and not from the stream's other end: that is several times faster.
    const parser = parse({
      bom: true,
      record_delimiter: ["\r\n", "\n"],
      relax_column_count: true,
      max_record_size: LONGEST_ROW,
      on_record(cells: string[]) {
        const isBlank = cells.length === 1 && cells[0] === "";
        if (!isBlank) found.push({ line, cells: cells.map(unguarded) });
        line += 1 + countLineBreaks(cells);
        return null;
      },
    });
    let isStart = true;
    for await (const bytes of createReadStream(this.path) as AsyncIterable<Buffer>) {
      if (isStart) refuseOtherFiles(bytes);
      isStart = false;
      this.#hash.update(bytes);
      this.#decode(bytes);
      if (this.broken) continue;
      const failure = await write(parser, bytes);
      if (failure) this.broken = breakAt(line, failure);
      yield found;
      found = [];
    }
    this.#decode();
    const failure = this.broken ? null : await end(parser);
    if (failure) this.broken = breakAt(line, failure);
    yield found;
  }

  #decode(bytes?: Buffer) {
    try {
      if (this.#isUtf8) this.#decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      this.#isUtf8 = false;
    }
  }
}

function countLineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count += 1;
  }
  return count;
}

function write(parser: Parser, bytes: Buffer): Promise<Error | null> {
  return new Promise((resolve) => {
    parser.once("error", resolve);
    parser.write(bytes, (failure) => {
      if (!failure) parser.removeListener("error", resolve);
      resolve(failure ?? null);
    });
  });
}

function end(parser: Parser): Promise<Error | null> {
  return new Promise((resolve) => {
    parser.once("error", resolve).once("end", () => resolve(null));
    parser.resume().end();
  });
}

function breakAt(line: number, failure: Error): Break {
  if (!(failure instanceof CsvError)) throw failure;
  const isTooLong = failure.code === "CSV_MAX_RECORD_SIZE";
  return { line, place: Number(failure.column), isTooLong };
}

function refuseOtherFiles(start: Buffer) {
  const isUtf16 = ["fffe", "feff"].includes(start.subarray(0, 2).toString("hex"));
  // Without its mark, UTF-16 and UTF-32 still show by the zeros beside every letter.
  if (isUtf16 || start.subarray(0, 4).includes(0)) {
    throw unreadable(`This file is in UTF-16, not in UTF-8. ${SAVE_AGAIN}`);
  }
  // So ended a line on the first Macintosh, and some programs still write it.
  if (start.includes("\r") && !start.includes("\n")) {
    throw unreadable(
      "This file uses CR line ends. Save it with LF or CRLF line ends and import it again.",
    );
  }
  const separator = separatorOf(start);
  if (separator) {
    throw unreadable(
      `This file is separated by ${separator}, not by commas. Save it with commas and import it again.`,
    );
  }
}

/** What stands in the header instead of commas: spreadsheets of some countries write so. */
function separatorOf(start: Buffer): "semicolons" | "tabs" | null {
  const [header = ""] = start.toString("latin1").split(/\r?\n/, 1);
  if (header.includes(",")) return null;
  if (header.includes(";")) return "semicolons";
  return header.includes("\t") ? "tabs" : null;
}

function unreadable(sentence: string): UnreadableFile {
  return new UnreadableFile([{ line: 1, column: "1", sentence }]);
}
