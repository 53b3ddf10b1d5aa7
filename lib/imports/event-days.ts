import { wordsForEndBeforeStart, wordsForTimeNeverShown } from "@/lib/events/rules";
import { upsert } from "@/lib/imports/changes";
import { maximumOutOfStep, namesNoEvent, repeats } from "@/lib/imports/checks";
import type { Check, Kind } from "@/lib/imports/kind";
import { findInstants, lockEvents } from "@/lib/imports/local-times";
import { day, localTime, maximum, text, textOrEmpty } from "@/lib/imports/schema";

function neverShown(column: "starts" | "ends"): Check {
  return {
    column,
    find: `SELECT line, i.time, i.day::text, i.time_zone
             FROM import_found f JOIN import_times i
               ON i.day = f.day AND i.time = f.${column} AND i.time_zone = f.time_zone
             WHERE i.at IS NULL`,
    say: ({ time, day, time_zone }) =>
      wordsForTimeNeverShown(String(day), String(time), String(time_zone)),
  };
}

export const eventDays: Kind = {
  name: "event-days",
  columns: {
    event_code: text(),
    day,
    title: textOrEmpty(),
    starts: localTime,
    ends: localTime,
    maximum_credits: maximum,
  },
  prepare: ({ client }) =>
    findInstants(
      client,
      `SELECT DISTINCT r.day::text, t.time, e.time_zone
         FROM import_rows r JOIN events e ON e.code_key = identifier_key(r.event_code)
         CROSS JOIN unnest(ARRAY[r.starts, r.ends]) AS t (time)
         WHERE r.day IS NOT NULL AND t.time IS NOT NULL`,
    ),
  tables: {
    import_found: `
      SELECT r.line, r.id, d.id AS existing, r.event_code, e.id AS event_id, e.time_zone,
             r.day, coalesce(r.title, '') AS title, r.starts, r.ends, i.at AS ends_at,
             r.maximum_credits AS maximum, c.increment, c.name AS step_of
        FROM import_rows r
        LEFT JOIN events e ON e.code_key = identifier_key(r.event_code)
        LEFT JOIN credit_types c ON c.name = e.credit_type
        LEFT JOIN event_days d ON d.event_id = e.id AND d.day = r.day
        LEFT JOIN import_times i
               ON i.day = r.day AND i.time = r.ends AND i.time_zone = e.time_zone`,
  },
  checks: [
    namesNoEvent,
    repeats("day", ["event_id", "day"]),
    {
      column: "ends",
      find: "SELECT line, starts FROM import_found WHERE ends <= starts",
      say: ({ starts }) => wordsForEndBeforeStart(String(starts)),
    },
    neverShown("starts"),
    neverShown("ends"),
    maximumOutOfStep,
  ],
  async apply(act) {
    await lockEvents(act.client, "SELECT event_id FROM import_found");
    return upsert(act, {
      table: "event_days",
      subject: "event day",
      key: ["event_id", "day"],
      values: ["title", "starts", "ends", "ends_at", "maximum"],
    });
  },
};
