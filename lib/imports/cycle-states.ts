import "server-only";
import type { ClientBase } from "pg";
import { todayIn } from "@/lib/calendar";
import { importedCycleState, versionOf } from "@/lib/certifications/rules";
import { inBatches } from "@/lib/imports/batches";
import { isNumberOf, isOneself } from "@/lib/imports/checks";
import { type Act, NOW } from "@/lib/imports/kind";
import { listPrograms } from "@/lib/programs/queries";
import { findSettings } from "@/lib/settings/queries";

/**
 * Fills import_held, the cycles of every certification that the file names as they would stand (those
 * without a line are not in the file), and import_judged, what the programs' rules say of them.
 */
export async function judgeCycles({ client, now }: Act) {
  // Rules that are just being saved are waited for, and none are saved until the file is in.
  await client.query("SELECT 1 FROM programs ORDER BY code FOR SHARE");
  await listHeld(client);
  const { timeZone } = await findSettings();
  const programs = await listPrograms(todayIn(timeZone, now));
  const versions = new Map(programs.map((program) => [program.code, program.versions]));
  await client.query(
    `CREATE TEMP TABLE import_judged (program_code text, starts_on date, ends_on date,
       is_later_held boolean, version_id uuid, renews boolean) ON COMMIT DROP`,
  );
  const unjudged = `
    SELECT DISTINCT program_code, starts_on::text, ends_on::text, is_later_held FROM import_held
      WHERE program_code IS NOT NULL AND starts_on <= ends_on AND renewed_at IS NULL`;
  for await (const rows of inBatches(client, unjudged)) {
    const judged = rows.map((row) => {
      const cycle = { startsOn: String(row.starts_on), endsOn: String(row.ends_on) };
      const version = versionOf(cycle, versions.get(String(row.program_code)) ?? []);
      const isLaterHeld = row.is_later_held === true;
      const state = version && importedCycleState(cycle, version.terms, isLaterHeld);
      return { ...row, version_id: version?.id ?? null, renews: state === "renewed" };
    });
    await client.query(
      "INSERT INTO import_judged SELECT * FROM json_populate_recordset(NULL::import_judged, $1)",
      [JSON.stringify(judged)],
    );
  }
}

/**
 * A later cycle is held when the file names one, or when there is one after a cycle that is new. One
 * that was opened by itself after a cycle the database knows does not say that the member renewed.
 */
async function listHeld(client: ClientBase) {
  await client.query(
    `CREATE TEMP TABLE import_held ON COMMIT DROP AS
     WITH named AS (
       SELECT r.line, r.id, r.member_number, m.id AS member_id, r.program AS named_program,
              p.program_code, c.id AS certification_id, r.cycle_start AS starts_on,
              r.cycle_end AS ends_on
         FROM import_rows r
         LEFT JOIN identifiers i ON i.key = identifier_key(r.member_number)
         LEFT JOIN members m ON m.id = i.member_id AND ${isNumberOf}
         LEFT JOIN program_names p ON p.code_key = identifier_key(r.program)
         LEFT JOIN certifications c ON c.member_id = m.id AND c.program_code = p.program_code
     ), known AS (
       SELECT y.id AS existing, c.id AS certification_id, c.member_id, c.program_code, y.starts_on,
              y.ends_on, y.renewed_at
         FROM cycles y JOIN certifications c ON c.id = y.certification_id
         WHERE c.id IN (SELECT certification_id FROM named)
     ), held AS (
       SELECT n.line, n.id, k.existing, n.member_number, n.named_program,
              coalesce(n.member_id, k.member_id) AS member_id,
              coalesce(n.program_code, k.program_code) AS program_code,
              coalesce(n.certification_id, k.certification_id) AS certification_id,
              coalesce(n.starts_on, k.starts_on) AS starts_on,
              coalesce(n.ends_on, k.ends_on) AS ends_on, k.renewed_at
         FROM named n FULL JOIN known k
              ON k.certification_id = n.certification_id AND k.starts_on = n.starts_on
     )
     SELECT *, coalesce(starts_on < CASE WHEN existing IS NULL THEN max(starts_on) OVER own
                          ELSE max(starts_on) FILTER (WHERE line IS NOT NULL) OVER own END, false)
               AS is_later_held
       FROM held WINDOW own AS (PARTITION BY member_id, program_code)`,
  );
  await client.query("ANALYZE import_held");
}

// The file says nothing of a cycle that it does not name, unless it names a later one.
const IS_RENEWED =
  "(y.renewed_at IS NULL AND j.renews AND (h.line IS NOT NULL OR h.is_later_held))";

/** A cycle that stands is changed by its line, or by the first line of a later one. */
const CHANGING_LINE = `coalesce(h.line, (SELECT min(n.line) FROM import_found n
                                WHERE (n.member_id, n.program_code) = (h.member_id, h.program_code)
                                  AND n.starts_on > h.starts_on))`;

const CHANGED_CYCLES = `
       FROM import_held h JOIN cycles y ON y.id = h.existing
       LEFT JOIN import_judged j ON (j.program_code, j.starts_on, j.ends_on, j.is_later_held)
                                  = (h.program_code, h.starts_on, h.ends_on, h.is_later_held)
       WHERE (y.ends_on <> h.ends_on OR ${IS_RENEWED})`;

/** Whether the row `f` of import_found adds a cycle or changes one. */
export const WRITES_CYCLE = `f.existing IS NULL OR f.line IN (
  SELECT ${CHANGING_LINE} ${CHANGED_CYCLES} AND ${isOneself("h.member_id")})`;

/**
 * Locks the cycles that the file changes (import_changed): their ends, and whether they are renewed,
 * those it does not name included. Says how many of its rows changed something.
 */
export async function lockChangedCycles(client: ClientBase): Promise<number> {
  const renewedAt = `CASE WHEN ${IS_RENEWED} THEN ${NOW} ELSE y.renewed_at END`;
  const version = `CASE WHEN ${IS_RENEWED} THEN j.version_id ELSE y.rule_version_id END`;
  const json = (...[ends, renewed, versionId]: string[]) =>
    `json_build_object('ends_on', ${ends}, 'renewed_at', ${renewed}, 'rule_version_id', ${versionId})`;
  await client.query(
    `CREATE TEMP TABLE import_changed ON COMMIT DROP AS
     SELECT ${CHANGING_LINE} AS line,
            y.id, h.ends_on, ${renewedAt} AS renewed_at, ${version} AS rule_version_id,
            ${json("y.ends_on", "y.renewed_at", "y.rule_version_id")} AS was,
            ${json("h.ends_on", renewedAt, version)} AS becomes
       ${CHANGED_CYCLES}
       ORDER BY y.id FOR UPDATE OF y`,
  );
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(DISTINCT line)::integer AS n
       FROM import_changed JOIN import_found USING (line) WHERE existing IS NOT NULL`,
  );
  return rows[0]?.n ?? 0;
}
