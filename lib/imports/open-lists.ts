import "server-only";
import { v7 as newId } from "uuid";
import type { Act } from "@/lib/imports/kind";
import { remark } from "@/lib/imports/remarks";

/** A list that files may add to: names compare as identifiers do, so "md" is MD. */
type OpenList = { column: string; table: string; hasIds?: true; note?: string };

/** The list by key, for a join: `name` is the entry's own spelling (and `id` its id). */
export function byKey(table: string): string {
  return `(SELECT DISTINCT ON (key) * FROM (SELECT *, identifier_key(name) AS key FROM ${table}) AS keyed
            ORDER BY key, name)`;
}

/** Adds the names that the list lacks, noting each on the line where it first stands. */
export async function addUnknown(act: Act, { column, table, hasIds, note = "" }: OpenList) {
  const { client, header } = act;
  const unknown = `
    SELECT DISTINCT ON (key) line, name
      FROM (SELECT line, ${column} AS name, identifier_key(${column}) AS key FROM import_rows) AS named
      WHERE key <> '' AND key NOT IN (SELECT identifier_key(name) FROM ${table})
      ORDER BY key, line`;
  const say = ({ name }: Record<string, unknown>) => `${name} was not known and is now.${note}`;
  await remark(client, header, { column, find: unknown, say }, "notes");
  if (!hasIds) {
    await client.query(`INSERT INTO ${table} (name) SELECT name FROM (${unknown}) AS fresh`);
    return;
  }
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM (${unknown}) AS fresh`);
  await client.query(
    `INSERT INTO ${table} (id, name) SELECT * FROM unnest($1::uuid[], $2::text[])`,
    [rows.map(() => newId()), rows.map(({ name }) => name)],
  );
}
