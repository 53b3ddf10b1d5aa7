import { DESIGNATION_PLACES } from "@/lib/events/rules";
import { upsert } from "@/lib/imports/changes";
import { maximumOutOfStep, namesNoCreditType, namesNoEvent, repeats } from "@/lib/imports/checks";
import type { Kind } from "@/lib/imports/kind";
import { lockEvents } from "@/lib/imports/local-times";
import { choice, maximum, statement, text, textOrEmpty } from "@/lib/imports/schema";

export const designations: Kind = {
  name: "designations",
  columns: {
    event_code: text(),
    credit_type: text(),
    audience: choice("physicians", "others", "all"),
    maximum_credits: maximum,
    approval_number: textOrEmpty(),
    statement: statement(...DESIGNATION_PLACES),
  },
  tables: {
    import_found: `
      SELECT r.line, r.id, d.id AS existing, r.event_code, e.id AS event_id,
             r.credit_type AS named_type, c.name AS credit_type, c.increment,
             c.name AS step_of,
             r.audience::audience, r.maximum_credits AS maximum,
             coalesce(r.approval_number, '') AS approval_number,
             coalesce(r.statement, '') AS statement
        FROM import_rows r
        LEFT JOIN events e ON e.code_key = identifier_key(r.event_code)
        LEFT JOIN credit_types c ON c.name = r.credit_type
        LEFT JOIN designations d ON d.event_id = e.id AND d.credit_type = c.name
              AND d.audience = r.audience::audience`,
  },
  checks: [
    namesNoEvent,
    namesNoCreditType,
    repeats("audience", ["event_id", "credit_type", "audience"]),
    maximumOutOfStep,
  ],
  async apply(act) {
    await lockEvents(act.client, "SELECT event_id FROM import_found");
    return upsert(act, {
      table: "designations",
      subject: "designation",
      key: ["event_id", "credit_type", "audience"],
      values: ["maximum", "approval_number", "statement"],
    });
  },
};
