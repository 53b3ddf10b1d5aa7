import "server-only";
import type { ClientBase } from "pg";
import { isOneself } from "@/lib/imports/checks";
import { NOW } from "@/lib/imports/kind";

/**
 * Where the days of registrations that exist differ from the file: added, confirmed (declared
 * before), restored (withdrawn before), or withdrawn because the file no longer names them.
 */
function differences(among: string) {
  return `
    SELECT registration_id, event_day_id,
           CASE WHEN stands.is_known IS NULL THEN 'added'
                WHEN named.is_named IS NULL THEN 'withdrawn'
                WHEN stands.withdrawn_at IS NOT NULL THEN 'restored'
                ELSE 'confirmed' END AS change
      FROM (SELECT registration_id, event_day_id, true AS is_named
              FROM import_days WHERE existing IN (${among})) AS named
      FULL JOIN (SELECT registration_id, event_day_id, confirmed_at, withdrawn_at, true AS is_known
                   FROM registration_days WHERE registration_id IN (${among})) AS stands
        USING (registration_id, event_day_id)
      WHERE stands.is_known IS NULL
         OR (named.is_named IS NULL AND stands.withdrawn_at IS NULL)
         OR (named.is_named AND (stands.withdrawn_at IS NOT NULL OR stands.confirmed_at IS NULL))`;
}

/** Whether the row `f` of import_found says otherwise than the registration `t`. */
const SAYS_ELSE = `(t.number, t.source, t.registered_at)
             IS DISTINCT FROM (f.number, f.source, f.registered_at)`;

const differing = (among: string) =>
  `SELECT registration_id FROM (${differences(among)}) AS differ`;

/** Whether the row `f` of import_found adds a registration or changes one. */
export const WRITES_REGISTRATION = `f.existing IS NULL
  OR EXISTS (SELECT FROM registrations t WHERE t.id = f.existing AND ${SAYS_ELSE})
  OR f.existing IN (${differing(`SELECT existing FROM import_found WHERE ${isOneself()}`)})`;

/**
 * Takes the lock of every registration that the file changes, and then looks what changes in its
 * days (import_settled): a claim saved or submitted until then is seen, a later one waits.
 */
export async function lockChanged(client: ClientBase): Promise<number> {
  const json = (row: string) =>
    `json_build_object('number', ${row}.number, 'source', ${row}.source, 'registered_at', ${row}.registered_at)`;
  await client.query(
    `CREATE TEMP TABLE import_changed ON COMMIT DROP AS
     SELECT f.line, t.id, ${json("t")} AS was, ${json("f")} AS becomes
       FROM import_found f JOIN registrations t ON t.id = f.existing
       WHERE ${SAYS_ELSE}
          OR t.id IN (${differing("SELECT existing FROM import_found")})
       ORDER BY t.id FOR UPDATE OF t`,
  );
  const changed = await client.query(
    `UPDATE registrations t SET number = f.number, source = f.source,
            registered_at = f.registered_at, version = version + 1
       FROM import_found f JOIN import_changed c USING (line)
       WHERE t.id = c.id`,
  );
  await client.query(
    `CREATE TEMP TABLE import_settled ON COMMIT DROP AS
     SELECT registration_id, event_day_id, d.day, change, c.credits,
            c.submission_id IS NOT NULL AS locked
       FROM (${differences("SELECT id FROM import_changed")}) AS differ
       JOIN event_days d ON d.id = event_day_id
       LEFT JOIN claim_days c USING (registration_id, event_day_id)`,
  );
  return changed.rowCount ?? 0;
}

/** Brings the days in line. A locked day that is withdrawn keeps its credits: staff decide. */
export async function settleDays(client: ClientBase) {
  await client.query(
    `INSERT INTO registration_days (registration_id, event_day_id, confirmed_at)
     SELECT registration_id, event_day_id, ${NOW} FROM import_days WHERE existing IS NULL
     UNION ALL
     SELECT registration_id, event_day_id, ${NOW} FROM import_settled WHERE change = 'added'`,
  );
  await client.query(
    `UPDATE registration_days d SET confirmed_at = coalesce(confirmed_at, ${NOW}), withdrawn_at = NULL
       FROM import_settled s
       WHERE (d.registration_id, d.event_day_id) = (s.registration_id, s.event_day_id)
         AND change IN ('confirmed', 'restored')`,
  );
  await client.query(
    `UPDATE registration_days d SET withdrawn_at = ${NOW}
       FROM import_settled s
       WHERE (d.registration_id, d.event_day_id) = (s.registration_id, s.event_day_id)
         AND change = 'withdrawn'`,
  );
  // The amount leaves the claim; the audit entry keeps it.
  await client.query(
    `UPDATE claim_days c SET credits = NULL, version = version + 1, saved_at = ${NOW}
       FROM import_settled s
       WHERE (c.registration_id, c.event_day_id) = (s.registration_id, s.event_day_id)
         AND change = 'withdrawn' AND NOT locked AND c.credits IS NOT NULL`,
  );
}
