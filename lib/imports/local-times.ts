import "server-only";
import type { ClientBase } from "pg";
import { instantOf } from "@/lib/calendar";
import { inBatches } from "@/lib/imports/batches";

/**
 * Fills import_times with the instants of the local times found (day, time, time_zone): null where
 * the clock never shows it. PostgreSQL has its own idea of times that the clock skips or repeats, so
 * the one rule of the calendar is asked.
 */
export async function findInstants(client: ClientBase, find: string) {
  await client.query(
    `CREATE TEMP TABLE import_times (day date, time text, time_zone text, at timestamptz)
     ON COMMIT DROP`,
  );
  for await (const rows of inBatches(client, find)) {
    const instants = rows.map(({ day, time, time_zone }) =>
      instantOf(String(day), String(time), String(time_zone)),
    );
    await client.query(
      "INSERT INTO import_times SELECT * FROM unnest($1::date[], $2::text[], $3::text[], $4::timestamptz[])",
      [
        rows.map((row) => row.day),
        rows.map((row) => row.time),
        rows.map((row) => row.time_zone),
        instants,
      ],
    );
  }
}

/** In the order of those who set up an event in the browser: the event first, then its parts. */
export async function lockEvents(client: ClientBase, found: string) {
  await client.query(`SELECT 1 FROM events WHERE id IN (${found}) ORDER BY id FOR NO KEY UPDATE`);
}
