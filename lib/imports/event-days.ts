import { upsert } from "./changes";
import { maximumOutOfStep, namesNoEvent, repeats } from "./checks";
import type { Kind } from "./kind";
import { findLocalEnds, refreshEvents } from "./local-ends";
import { day, localTime, maximum, text, textOrEmpty } from "./schema";

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
    findLocalEnds(
      client,
      `SELECT DISTINCT r.day::text, r.ends, e.time_zone
         FROM import_rows r JOIN events e ON e.code_key = identifier_key(r.event_code)
         WHERE r.day IS NOT NULL AND r.ends IS NOT NULL`,
    ),
  tables: {
    import_found: `
      SELECT r.line, r.id, d.id AS existing, r.event_code, e.id AS event_id, e.time_zone,
             r.day, coalesce(r.title, '') AS title, r.starts, r.ends, i.ends_at,
             r.maximum_credits AS maximum, c.increment, c.name AS step_of
        FROM import_rows r
        LEFT JOIN events e ON e.code_key = identifier_key(r.event_code)
        LEFT JOIN credit_types c ON c.name = e.credit_type
        LEFT JOIN event_days d ON d.event_id = e.id AND d.day = r.day
        LEFT JOIN import_ends i
               ON i.day = r.day AND i.ends = r.ends AND i.time_zone = e.time_zone`,
  },
  checks: [
    namesNoEvent,
    repeats("day", ["event_id", "day"]),
    {
      column: "ends",
      find: "SELECT line, starts FROM import_found WHERE ends <= starts",
      say: ({ starts }) => `The day ends before it starts, at ${starts}.`,
    },
    {
      column: "ends",
      find: `SELECT line, ends, day::text, time_zone FROM import_found
               WHERE ends_at IS NULL AND ends IS NOT NULL AND day IS NOT NULL AND event_id IS NOT NULL`,
      say: ({ ends, day, time_zone }) =>
        `On ${day} the clocks of ${time_zone} never show ${ends}. Enter another time.`,
    },
    maximumOutOfStep,
  ],
  async apply(act) {
    const counts = await upsert(act, {
      table: "event_days",
      subject: "event day",
      key: ["event_id", "day"],
      values: ["title", "starts", "ends", "ends_at", "maximum"],
    });
    await refreshEvents(act.client, "SELECT event_id FROM import_found");
    return counts;
  },
};
