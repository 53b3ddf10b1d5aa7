import "server-only";
import { once } from "node:events";
import type { ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { v7 as newId } from "uuid";
import {
  type Break,
  type CsvRow,
  LONGEST_ROW,
  type RowSource,
  SAVE_AGAIN,
  UnreadableFile,
} from "@/lib/imports/csv-file";
import type { Kind } from "@/lib/imports/kind";
import { cleanCell, copyLine, holdsReplacement, refusalsOfHeader } from "@/lib/imports/rules";
import type { Column } from "@/lib/imports/schema";

type Staged = { header: string[]; rows: number };

/** Remarks on the cells of one row: place in the header and sentence. */
type CellRemark = [place: number, sentence: string];

/**
 * Copies the file into the temporary table import_rows, as it is read. A cell that can't be taken
 * is null there, with its refusal beside it: the row's other cells are still checked.
 */
export async function stage(client: ClientBase, kind: Kind, source: RowSource): Promise<Staged> {
  const columns = Object.entries(kind.columns);
  const defined = columns.map(([name, { type }]) => `${name} ${type}`);
  await client.query(
    `CREATE TEMP TABLE import_rows (line integer, id uuid, refusals json, notes json, ${defined})
     ON COMMIT DROP`,
  );
  const copy = client.query(copyFrom("COPY import_rows FROM STDIN"));
  const failed = once(copy, "error").then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  let reader: RowReader | undefined;
  let rows = 0;
  try {
    for await (const read of source.rows()) {
      if (!source.isUtf8) refuseUndecoded(read, reader?.header);
      const first = reader ? undefined : read.shift();
      if (first) reader = new RowReader(kind, first.cells);
      const lines = reader ? read.map(reader.line).join("") : "";
      rows += read.length;
      if (lines && !copy.write(lines)) await Promise.race([once(copy, "drain"), failed]);
    }
    if (!reader && !source.broken) throw emptyFile();
    reader ??= new RowReader(kind, []);
    if (source.broken) copy.write(reader.broken(source.broken));
  } catch (error) {
    // The reading failed, not the copying: the connection has to come back from COPY.
    copy.destroy(error as Error);
    await failed.catch(() => {});
    throw error;
  }
  copy.end();
  await Promise.race([once(copy, "finish"), failed]);
  await client.query("ANALYZE import_rows");
  return { header: reader.header, rows };
}

function emptyFile(): UnreadableFile {
  const sentence = "This file is empty: it has not even a header.";
  return new UnreadableFile([{ line: 1, column: "1", sentence }]);
}

type Taken = { value: string | null; note?: string; refusal?: string };

function takeCell(cell: string, schema: Column["cell"]): Taken {
  const { text, note, refusal } = cleanCell(cell);
  if (refusal) return { value: null, refusal };
  const parsed = schema.safeParse(text);
  if (parsed.success) return { value: parsed.data, note };
  return { value: null, refusal: parsed.error.issues[0]?.message ?? "This is not understood." };
}

const REMEMBERED = 1000;

/** Most columns say few different things, over and over. */
function remembering<T>(take: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>();
  return (cell) => {
    const before = known.get(cell);
    if (before) return before;
    const taken = take(cell);
    if (known.size < REMEMBERED) known.set(cell, taken);
    return taken;
  };
}

/** Turns the rows of a file with this header into lines of COPY. */
class RowReader {
  readonly header: string[];
  readonly #cells: { place: number; take: (cell: string) => Taken }[];

  constructor(kind: Kind, cells: string[]) {
    this.header = cells.map((name) => name.trim());
    const refusals = refusalsOfHeader(this.header, kind.columns);
    if (refusals.length > 0) throw new UnreadableFile(refusals);
    this.#cells = Object.entries(kind.columns).map(([name, { cell }]) => ({
      place: this.header.indexOf(name),
      take: remembering((said) => takeCell(said, cell)),
    }));
  }

  line = (row: CsvRow): string => {
    const { line, cells } = row;
    const wrong = this.#wrongLength(cells.length);
    if (wrong) return this.#copied(line, [wrong], [], () => null);
    const refusals: CellRemark[] = [];
    const notes: CellRemark[] = [];
    const values = this.#cells.map(({ place, take }) => {
      const cell = cells[place];
      if (cell === undefined) return null;
      const { value, note, refusal } = take(cell);
      if (note) notes.push([place, note]);
      if (refusal) refusals.push([place, refusal]);
      return value;
    });
    return this.#copied(line, refusals, notes, (place) => values[place] ?? null);
  };

  /** What stands where the reading ended before the file did. */
  broken({ line, place, isTooLong }: Break): string {
    const sentence = isTooLong
      ? `With this cell its row is over ${LONGEST_ROW.toLocaleString("en-US")} bytes; nothing after it could be read. Shorten it, or close a quotation mark that is open.`
      : "A quotation mark is out of place here; nothing after it could be read. Within a quoted cell write it twice.";
    return this.#copied(line, [[place, sentence]], [], () => null);
  }

  #wrongLength(length: number): CellRemark | null {
    const wanted = this.header.length;
    if (length === wanted) return null;
    const sentence = `This row has ${length} cells, the header has ${wanted}.`;
    return [Math.min(length, wanted - 1), sentence];
  }

  #copied(
    line: number,
    refusals: CellRemark[],
    notes: CellRemark[],
    value: (place: number) => string | null,
  ): string {
    const json = (remarks: CellRemark[]) => (remarks.length > 0 ? JSON.stringify(remarks) : null);
    const cells = this.#cells.map((_, place) => value(place));
    return copyLine([String(line), newId(), json(refusals), json(notes), ...cells]);
  }
}

/** A file that is not UTF-8 is refused by the first of its cells that shows it. */
function refuseUndecoded(rows: CsvRow[], header: string[] | undefined) {
  for (const { line, cells } of rows) {
    const place = cells.findIndex(holdsReplacement);
    if (place < 0) continue;
    const column = header?.[place] ?? String(place + 1);
    const sentence = `This file is not in UTF-8: "${cells[place]}" could not be decoded. ${SAVE_AGAIN}`;
    throw new UnreadableFile([{ line, column, sentence }]);
  }
}
