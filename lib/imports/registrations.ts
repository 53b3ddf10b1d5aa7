import { auditChanges, difference } from "@/lib/imports/changes";
import {
  changesOneself,
  isNumberOf,
  namesNoEvent,
  namesNoMember,
  repeats,
} from "@/lib/imports/checks";
import type { Check, Kind } from "@/lib/imports/kind";
import { lockChanged, settleDays, WRITES_REGISTRATION } from "@/lib/imports/registration-days";
import { choice, days, instant, text } from "@/lib/imports/schema";

const changesOwner: Check = {
  column: "registration_number",
  find: `SELECT line, number FROM import_found
           WHERE event_id <> number_event_id OR member_id <> number_member_id`,
  say: ({ number }) =>
    `${number} is the registration of another member or event; a number never changes its owner. Give this one another number.`,
};

const hasAnotherNumber: Check = {
  column: "registration_number",
  find: "SELECT line, standing, event_code FROM import_found WHERE standing_key <> number_key",
  say: ({ standing, event_code }) =>
    `This member is already registered for ${event_code}, as ${standing}. Use that number.`,
};

const namesOtherDays: Check = {
  column: "days",
  find: `SELECT line, event_code, string_agg(d.day::text, ', ' ORDER BY d.day) AS days
           FROM import_days d JOIN import_found USING (line)
           WHERE d.event_day_id IS NULL AND event_id IS NOT NULL
           GROUP BY line, event_code`,
  say: ({ days, event_code }) => `Not a day of ${event_code}: ${days}. Import the day first.`,
};

const namesNoDay: Check = {
  column: "days",
  find: "SELECT line FROM import_found WHERE days = '{}' AND existing IS NULL",
  say: () => "A new registration names at least one day.",
};

export const registrations: Kind = {
  name: "registrations",
  columns: {
    registration_number: text(100),
    event_code: text(),
    member_number: text(100),
    days,
    source: choice("online", "onsite"),
    registered_at: instant,
  },
  tables: {
    // Each key is folded once: that is what takes most of the time here.
    import_found: `
      WITH keyed AS MATERIALIZED (
        SELECT *, identifier_key(registration_number) AS number_key,
               identifier_key(member_number) AS member_key FROM import_rows
      ), named_events AS MATERIALIZED (
        SELECT event_code, identifier_key(event_code) AS code_key
          FROM (SELECT DISTINCT event_code FROM import_rows) AS codes
      )
      SELECT r.line, r.id, t.id AS existing, coalesce(t.number, r.registration_number) AS number,
             r.number_key, n.event_id AS number_event_id, n.member_id AS number_member_id,
             t.number AS standing, t.number_key AS standing_key,
             r.event_code, e.id AS event_id, r.member_number, m.id AS member_id,
             r.days, r.source::registration_source, r.registered_at,
             r.refusals IS NULL AS is_whole
        FROM keyed r
        LEFT JOIN named_events c ON c.event_code = r.event_code
        LEFT JOIN events e ON e.code_key = c.code_key
        LEFT JOIN identifiers i ON i.key = r.member_key
        LEFT JOIN members m ON m.id = i.member_id
              AND (m.member_number = r.member_number OR ${isNumberOf})
        LEFT JOIN registrations n ON n.number_key = r.number_key
        LEFT JOIN registrations t ON t.event_id = e.id AND t.member_id = m.id`,
    import_days: `
      SELECT f.line, f.existing, coalesce(f.existing, f.id) AS registration_id, named.day,
             d.id AS event_day_id
        FROM import_found f CROSS JOIN unnest(f.days) AS named (day)
        LEFT JOIN event_days d ON d.event_id = f.event_id AND d.day = named.day`,
  },
  checks: [
    namesNoEvent,
    namesNoMember,
    changesOneself(WRITES_REGISTRATION),
    repeats("registration_number", ["number_key"]),
    // A row that says something wrong has no place yet that another could repeat.
    repeats("member_number", ["event_id", "member_id"], "is_whole"),
    changesOwner,
    hasAnotherNumber,
    namesOtherDays,
    namesNoDay,
  ],
  async apply(act) {
    const changed = await lockChanged(act.client);
    const added = await act.client.query(
      `INSERT INTO registrations (id, number, event_id, member_id, source, registered_at)
       SELECT id, number, event_id, member_id, source, registered_at
         FROM import_found WHERE existing IS NULL`,
    );
    await settleDays(act.client);
    await auditChanges(
      act,
      "registration",
      `SELECT c.id, c.was, c.becomes, coalesce(s.days, '[]') AS days
         FROM import_changed c
         LEFT JOIN (SELECT registration_id, json_agg(json_build_object('day', day,
                      'change', change, 'credits', credits, 'locked', locked) ORDER BY day) AS days
                      FROM import_settled GROUP BY registration_id) AS s
                ON s.registration_id = c.id
         ORDER BY c.line`,
      (row) => ({ facts: { ...difference(row), days: row.days as unknown as [] } }),
    );
    return { added: added.rowCount ?? 0, changed };
  },
};
