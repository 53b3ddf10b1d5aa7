import "server-only";
import { recordAudits } from "@/lib/audit/commands";
import type { Json } from "@/lib/audit/rules";
import { inBatches } from "@/lib/imports/batches";
import type { Act, Counts, Row } from "@/lib/imports/kind";

/** How rows of import_found become rows of a table. Columns have one name in both. */
export type Upsert = {
  table: string;
  /** What the table's rows are called in the audit log. */
  subject: string;
  /** Set on new rows only: a key never changes. */
  key: string[];
  /** Set on new rows, and on those in `existing` that differ. */
  values: string[];
  /** Whether the values are personal: the audit log then keeps digests of them. */
  isPersonal?: boolean;
};

/**
 * Changes what differs and adds what is new, in one statement each: a trigger sees identifiers
 * that change places all at once. What changed stays in import_changed, with its values before.
 */
export async function upsert(act: Act, { table, subject, key, values, isPersonal }: Upsert) {
  const { client } = act;
  const of = (row: string) => values.map((name) => `${row}.${name}`).join(", ");
  const json = (row: string) =>
    `json_build_object(${values.map((name) => `'${name}', ${row}.${name}`).join(", ")})`;
  // Locked before it is read: what the audit log calls "from" is what this import replaced. Not FOR
  // UPDATE: a large file takes minutes, in which its members sign in and claim.
  await client.query(
    `CREATE TEMP TABLE import_changed ON COMMIT DROP AS
     SELECT f.line, t.id, ${json("t")} AS was, ${json("f")} AS becomes
       FROM import_found f JOIN ${table} t ON t.id = f.existing
       WHERE (${of("t")}) IS DISTINCT FROM (${of("f")})
       ORDER BY t.id FOR NO KEY UPDATE OF t`,
  );
  const changed = await client.query(
    `UPDATE ${table} t SET (${values.join(", ")}) = ROW (${of("f")})
       FROM import_found f JOIN import_changed c USING (line)
       WHERE t.id = c.id`,
  );
  const names = ["id", ...key, ...values].join(", ");
  const added = await client.query(
    `INSERT INTO ${table} (${names}) SELECT ${names} FROM import_found WHERE existing IS NULL`,
  );
  await auditChanges(
    act,
    subject,
    "SELECT id, was, becomes FROM import_changed ORDER BY line",
    (row) => (isPersonal ? { personal: difference(row) } : { facts: difference(row) }),
  );
  return { added: added.rowCount ?? 0, changed: changed.rowCount ?? 0 } satisfies Counts;
}

type Told = { facts?: Record<string, Json>; personal?: Record<string, Json> };

/** One audit entry for each row found, which gives its subject's `id`. */
export async function auditChanges(
  { client, tx, actor, now, sha256 }: Act,
  subject: string,
  find: string,
  tell: (row: Row) => Told,
) {
  for await (const rows of inBatches(client, find)) {
    const acts = rows.map((row) => {
      const { facts, personal = {} } = tell(row);
      const about = { act: "changed by import", subject, subjectId: String(row.id) };
      return { actor, ...about, facts: { file: sha256, ...facts }, personal };
    });
    await recordAudits(tx, acts, now);
  }
}

/** What of `was` differs in `becomes`: from, to. */
export function difference({ was, becomes }: Row): Record<string, Json> {
  const [before, after] = [was, becomes] as unknown as Record<string, Json>[];
  return Object.fromEntries(
    Object.entries(after ?? {})
      .map(([name, to]) => ({ name, from: before?.[name] ?? null, to }))
      .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
      .map(({ name, from, to }) => [name, { from, to }]),
  );
}
