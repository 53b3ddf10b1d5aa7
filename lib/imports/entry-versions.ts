import "server-only";
import type { ClientBase } from "pg";
import { auditChanges, difference } from "@/lib/imports/changes";
import { type Act, NOW, type Row } from "@/lib/imports/kind";

// What an entry says never changes: a file that says otherwise adds a row, which replaces.

/**
 * For each key of the file: the entry that a file last made of it, and the latest row that came of
 * that one, which is another where staff corrected it.
 */
export const KEYED_ENTRIES = `
  WITH RECURSIVE keys AS (
    SELECT DISTINCT identifier_key(external_id) AS external_key FROM import_rows
  ), keyed AS (
    SELECT DISTINCT ON (external_key) external_key, e.id AS imported, e.member_id, e.source
      FROM credit_entries e JOIN keys USING (external_key)
      ORDER BY external_key, (e.source = 'import') DESC, e.id DESC
  ), versions AS (
    SELECT external_key, imported AS id, 0 AS depth FROM keyed
    UNION ALL
    SELECT v.external_key, e.id, depth + 1 FROM versions v JOIN credit_entries e ON e.replaces_id = v.id
  ), latest AS (
    SELECT DISTINCT ON (external_key) external_key, id AS latest FROM versions
      ORDER BY external_key, depth DESC
  )
  SELECT * FROM keyed JOIN latest USING (external_key)`;

const FACTS = [
  ...["earned_on", "reported_on", "format", "credits", "credit_type", "provider_id"],
  ...["provider_other", "course_number", "title"],
];
const facts = (row: string) => `(${FACTS.map((name) => `${row}.${name}`).join(", ")})`;

/** What says whether two entries are of the same activity. */
const sameness = (row: string) =>
  `(${["earned_on", "provider_id", "provider_other", "course_number", "title"].map((name) => `${row}.${name}`).join(", ")})`;

/**
 * Ends the rows that the file replaces (import_replaced) and says how many: those that say something
 * else than the last file did. A correction by staff stands as long as the files say what they said.
 */
export async function replaceChanged(client: ClientBase): Promise<number> {
  await client.query(
    `CREATE TEMP TABLE import_replaced ON COMMIT DROP AS
     SELECT f.line, s.id AS replaces_id,
            CASE WHEN ${sameness("s")} IS NOT DISTINCT FROM ${sameness("f")}
                 THEN s.not_duplicate_at END AS not_duplicate_at
       FROM import_found f JOIN credit_entries i ON i.id = f.existing
       JOIN credit_entries s ON s.id = f.latest
       WHERE ${facts("i")} IS DISTINCT FROM ${facts("f")}
         AND ${facts("s")} IS DISTINCT FROM ${facts("f")}`,
  );
  // Where somebody was quicker, no row is ended here, and two rows can't replace one: it is redone.
  await client.query(
    `UPDATE credit_entries e SET replaced_at = ${NOW} FROM import_replaced r
       WHERE e.id = r.replaces_id AND e.replaced_at IS NULL`,
  );
  const { rows } = await client.query("SELECT count(*)::integer AS n FROM import_replaced");
  return rows[0].n;
}

const WRITTEN = ["provider", "course_number", "title"];

/** What people wrote can be erased from the log; dates and amounts stay. */
export async function auditReplaced(act: Act) {
  const said = (row: string) => `
    json_build_object('earned_on', ${row}.earned_on, 'reported_on', ${row}.reported_on,
      'format', ${row}.format, 'credits', ${row}.credits, 'credit_type', ${row}.credit_type,
      'provider', coalesce((SELECT name FROM providers WHERE id = ${row}.provider_id), ${row}.provider_other),
      'course_number', ${row}.course_number, 'title', ${row}.title)`;
  await auditChanges(
    act,
    "entry",
    `SELECT f.id, r.replaces_id, ${said("s")} AS was, ${said("f")} AS becomes
       FROM import_replaced r JOIN import_found f USING (line)
       JOIN credit_entries s ON s.id = r.replaces_id ORDER BY line`,
    tell,
  );
}

function tell(row: Row) {
  const changes = Object.entries(difference(row));
  const isWritten = ([name]: [string, unknown]) => WRITTEN.includes(name);
  const facts = Object.fromEntries(changes.filter((change) => !isWritten(change)));
  return {
    facts: { replaces: row.replaces_id ?? null, ...facts },
    personal: Object.fromEntries(changes.filter(isWritten)),
  };
}
