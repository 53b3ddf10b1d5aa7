import {
  ACCREDITATION_PLACES,
  wordsForDayNeverShown,
  wordsForMaximumOutOfStep,
} from "@/lib/events/rules";
import { auditChanges, difference, upsert } from "@/lib/imports/changes";
import { namesNoCreditType, repeats } from "@/lib/imports/checks";
import type { Act, Check, Kind } from "@/lib/imports/kind";
import { findInstants } from "@/lib/imports/local-times";
import { addUnknown, byKey } from "@/lib/imports/open-lists";
import { statement, text, textOrEmpty, timeZone } from "@/lib/imports/schema";

/** Moving to a zone moves the times of the days the event has. */
const neverShown: Check = {
  column: "time_zone",
  find: `SELECT line, d.day::text, i.time, f.time_zone,
                CASE i.time WHEN d.ends THEN 'ends' ELSE 'starts' END AS happens
           FROM import_found f JOIN event_days d ON d.event_id = f.existing
           JOIN import_times i
             ON i.day = d.day AND i.time IN (d.starts, d.ends) AND i.time_zone = f.time_zone
           WHERE i.at IS NULL`,
  say: ({ day, time, time_zone, happens }) =>
    wordsForDayNeverShown(
      String(day),
      String(time),
      String(time_zone),
      happens === "ends" ? "ends" : "starts",
    ),
};

/** Changing the credit type must leave the maxima of the days in its steps. */
const maximaOutOfStep: Check = {
  column: "credit_type",
  find: `SELECT line, d.day::text, d.maximum, f.credit_type, c.increment
           FROM import_found f JOIN event_days d ON d.event_id = f.existing
           JOIN credit_types c ON c.name = f.credit_type
           WHERE d.maximum % c.increment <> 0`,
  say: ({ day, maximum, credit_type, increment }) =>
    wordsForMaximumOutOfStep(String(day), Number(maximum), {
      name: String(credit_type),
      increment: Number(increment),
    }),
};

export const events: Kind = {
  name: "events",
  columns: {
    event_code: text(),
    title: text(300),
    activity_type: text(),
    learning_format: text(),
    time_zone: timeZone,
    place: textOrEmpty(),
    credit_type: text(),
    accreditation_statement: statement(...ACCREDITATION_PLACES),
  },
  async prepare(act) {
    await addUnknown(act, { column: "activity_type", table: "activity_types" });
    await findInstants(
      act.client,
      `SELECT DISTINCT d.day::text, t.time, r.time_zone
         FROM import_rows r JOIN events e ON e.code_key = identifier_key(r.event_code)
         JOIN event_days d ON d.event_id = e.id
         CROSS JOIN unnest(ARRAY[d.starts, d.ends]) AS t (time)
         WHERE r.time_zone <> e.time_zone`,
    );
  },
  tables: {
    import_found: `
      SELECT r.line, r.id, e.id AS existing, identifier_key(r.event_code) AS code_key,
             r.event_code AS code, r.title, a.name AS activity_type, r.learning_format,
             r.time_zone, coalesce(r.place, '') AS place,
             r.credit_type AS named_type, c.name AS credit_type,
             coalesce(r.accreditation_statement, '') AS accreditation_statement
        FROM import_rows r
        LEFT JOIN events e ON e.code_key = identifier_key(r.event_code)
        LEFT JOIN ${byKey("activity_types")} a ON a.key = identifier_key(r.activity_type)
        LEFT JOIN credit_types c ON c.name = r.credit_type`,
  },
  checks: [repeats("event_code", ["code_key"]), namesNoCreditType, neverShown, maximaOutOfStep],
  async apply(act) {
    const counts = await upsert(act, {
      table: "events",
      subject: "event",
      key: ["code"],
      values: [
        "title",
        "activity_type",
        "learning_format",
        "time_zone",
        "place",
        "credit_type",
        "accreditation_statement",
      ],
    });
    await moveEnds(act);
    return counts;
  },
};

async function moveEnds(act: Act) {
  const { client } = act;
  await client.query(
    `CREATE TEMP TABLE import_moved ON COMMIT DROP AS
     SELECT d.id, json_build_object('ends_at', d.ends_at) AS was,
            json_build_object('ends_at', i.at) AS becomes, i.at AS ends_at
       FROM import_found f JOIN event_days d ON d.event_id = f.existing
       JOIN import_times i ON i.day = d.day AND i.time = d.ends AND i.time_zone = f.time_zone
       WHERE d.ends_at <> i.at`,
  );
  await client.query(
    "UPDATE event_days d SET ends_at = m.ends_at FROM import_moved m WHERE d.id = m.id",
  );
  await auditChanges(act, "event day", "SELECT id, was, becomes FROM import_moved", (row) => ({
    facts: difference(row),
  }));
}
