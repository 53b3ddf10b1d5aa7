import "server-only";
import type { ClientBase } from "pg";
import { auditChanges, difference } from "@/lib/imports/changes";
import { type Act, type Counts, NOW, type Row } from "@/lib/imports/kind";

// What an entry says never changes: a file that says otherwise adds a row, which replaces.

/** Entries that files and feeds bring, each with the columns that its key consists of. */
const KEYED = {
  import: { key: "external_key", where: "e.source <> 'provider_post'" },
  provider_post: { key: "provider_id, external_key", where: "e.source = 'provider_post'" },
} as const;

type KeyedSource = keyof typeof KEYED;

/**
 * For each key that `keys` selects: the entry that was last brought under it, and the latest row that
 * came of that one, which is another where staff corrected it.
 */
export function keyedEntries(source: KeyedSource, keys: string): string {
  const { key, where } = KEYED[source];
  return `
  WITH RECURSIVE keys AS (${keys}), keyed AS (
    SELECT DISTINCT ON (${key}) ${key}, e.id AS imported, e.member_id, e.source, e.reported_on
      FROM credit_entries e JOIN keys USING (${key})
      WHERE ${where}
      ORDER BY ${key}, (e.source = '${source}') DESC, e.id DESC
  ), versions AS (
    SELECT imported, imported AS id, 0 AS depth FROM keyed
    UNION ALL
    SELECT v.imported, e.id, depth + 1 FROM versions v JOIN credit_entries e ON e.replaces_id = v.id
  ), latest AS (
    SELECT DISTINCT ON (imported) imported, id AS latest FROM versions ORDER BY imported, depth DESC
  )
  SELECT * FROM keyed JOIN latest USING (imported)`;
}

/** Adds what is new and replaces what changed; rows are accepted as they come. */
export async function writeEntries(act: Act, source: KeyedSource): Promise<Counts> {
  const { client } = act;
  const changed = await replaceChanged(client);
  const added = await client.query(
    `INSERT INTO credit_entries (id, member_id, source, external_id, earned_on, reported_on, format,
            credits, credit_type, provider_id, provider_other, course_number, title, created_at,
            accepted_at, replaces_id, not_duplicate_at)
     SELECT f.id, f.member_id, '${source}', f.external_id, f.earned_on, f.reported_on, f.format,
            f.credits, f.credit_type, f.provider_id, f.provider_other, f.course_number, f.title,
            ${NOW}, ${NOW}, r.replaces_id, r.not_duplicate_at
       FROM import_found f LEFT JOIN import_replaced r USING (line)
       WHERE f.existing IS NULL OR r.line IS NOT NULL`,
  );
  await auditReplaced(act);
  return { added: (added.rowCount ?? 0) - changed, changed };
}

const FACTS = [
  ...["earned_on", "reported_on", "format", "credits", "credit_type", "provider_id"],
  ...["provider_other", "course_number", "title"],
];
const facts = (row: string) => `(${FACTS.map((name) => `${row}.${name}`).join(", ")})`;

/** What says whether two entries are of the same activity. */
const sameness = (row: string) =>
  `(${["earned_on", "provider_id", "provider_other", "course_number", "title"].map((name) => `${row}.${name}`).join(", ")})`;

/** Whether the entry last brought `i` and the one that stands `s` say something else than the row `f`. */
const SAYS_ELSE = `${facts("i")} IS DISTINCT FROM ${facts("f")}
         AND ${facts("s")} IS DISTINCT FROM ${facts("f")}`;

/** Whether the row `f` of import_found adds or replaces an entry. */
export const WRITES_ENTRY = `f.existing IS NULL OR EXISTS (
  SELECT FROM credit_entries i, credit_entries s
    WHERE i.id = f.existing AND s.id = f.latest AND ${SAYS_ELSE})`;

/**
 * Ends the rows that the file replaces (import_replaced) and says how many: those that say something
 * else than the last file did. A correction by staff stands as long as the files say what they said.
 */
async function replaceChanged(client: ClientBase): Promise<number> {
  await client.query(
    `CREATE TEMP TABLE import_replaced ON COMMIT DROP AS
     SELECT f.line, s.id AS replaces_id,
            CASE WHEN ${sameness("s")} IS NOT DISTINCT FROM ${sameness("f")}
                 THEN s.not_duplicate_at END AS not_duplicate_at
       FROM import_found f JOIN credit_entries i ON i.id = f.existing
       JOIN credit_entries s ON s.id = f.latest
       WHERE ${SAYS_ELSE}`,
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
async function auditReplaced(act: Act) {
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
