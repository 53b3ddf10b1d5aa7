import "server-only";
import type { ClientBase } from "pg";
import { inBatches } from "@/lib/imports/batches";
import type { Check, Kind } from "@/lib/imports/kind";
import type { Remark } from "@/lib/imports/rules";

/** Makes the table of what there is to say about the file, beginning with what its cells said. */
export async function openRemarks(client: ClientBase) {
  await client.query(
    `CREATE TEMP TABLE import_remarks (line integer, place integer, sentence text, refuses boolean)
     ON COMMIT DROP`,
  );
  await client.query(
    `INSERT INTO import_remarks
     SELECT line, (remark ->> 0)::integer, remark ->> 1, true
       FROM import_rows, json_array_elements(refusals) AS remark
       WHERE refusals IS NOT NULL
     UNION ALL
     SELECT line, (remark ->> 0)::integer, remark ->> 1, false
       FROM import_rows, json_array_elements(notes) AS remark
       WHERE notes IS NOT NULL`,
  );
}

/** Runs the checks of a kind, all of them, whatever they find. */
export async function runChecks(client: ClientBase, header: readonly string[], kind: Kind) {
  for (const check of kind.checks) await remark(client, header, check, "refuses");
}

/** Says something about every row of the file that is found. */
export async function remark(
  client: ClientBase,
  header: readonly string[],
  { column, find, say }: Check,
  weight: "refuses" | "notes",
) {
  const query = typeof find === "string" ? find : find(header);
  for await (const rows of inBatches(client, query)) {
    await client.query(
      `INSERT INTO import_remarks
       SELECT line, $3, sentence, $4 FROM unnest($1::integer[], $2::text[]) AS said (line, sentence)`,
      [rows.map(({ line }) => line), rows.map(say), header.indexOf(column), weight === "refuses"],
    );
  }
}

/** How many remarks refuse the file. */
export async function countRefusals(client: ClientBase): Promise<number> {
  const { rows } = await client.query(
    "SELECT count(*)::integer AS n FROM import_remarks WHERE refuses",
  );
  return rows[0].n;
}

/** Tells the refusals, or the notes, by line; in memory that does not grow with their number. */
export async function tellRemarks(
  client: ClientBase,
  header: readonly string[],
  weight: "refuses" | "notes",
  tell: (remark: Remark) => Promise<void>,
) {
  const found = inBatches(
    client,
    `SELECT line, place, sentence FROM import_remarks WHERE refuses = ${weight === "refuses"}
     ORDER BY line, place, sentence`,
  );
  for await (const rows of found) {
    for (const { line, place, sentence } of rows) {
      const column = header[Number(place)] ?? String(Number(place) + 1);
      await tell({ line: Number(line), column, sentence: String(sentence) });
    }
  }
}
