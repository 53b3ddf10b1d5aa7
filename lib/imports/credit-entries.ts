import {
  changesOneself,
  creditsOutOfStep,
  isNumberOf,
  namesNoCreditType,
  namesNoFormat,
  namesNoMember,
  repeats,
} from "@/lib/imports/checks";
import { keyedEntries, WRITES_ENTRY, writeEntries } from "@/lib/imports/entry-versions";
import type { Check, Kind } from "@/lib/imports/kind";
import { credits, day, text, textOrEmpty } from "@/lib/imports/schema";
import { earnedInFuture, reportedInFuture, tellToday } from "@/lib/imports/today";

const changesOwner: Check = {
  column: "external_id",
  find: "SELECT line, external_id FROM import_found WHERE member_id <> key_member_id",
  say: ({ external_id }) =>
    `${external_id} is an entry of another member; a key never changes its owner.`,
};

const isNotImported: Check = {
  column: "external_id",
  find: "SELECT line, external_id FROM import_found WHERE key_source <> 'import'",
  say: ({ external_id }) =>
    `${external_id} is the key of an entry that was not imported. Give this one another.`,
};

const namesNoProvider: Check = {
  column: "provider",
  find: `SELECT line, named_provider FROM import_found
           WHERE provider_id IS NULL AND provider_other IS NULL AND named_provider IS NOT NULL`,
  say: ({ named_provider }) =>
    `There is no provider ${named_provider}. Import it first, or write Other: and its name.`,
};

const namesNoOther: Check = {
  column: "provider",
  find: "SELECT line FROM import_found WHERE provider_other = ''",
  say: () => "Write the provider's name after Other:, such as Other: City Gym.",
};

export const creditEntries: Kind = {
  name: "credit-entries",
  columns: {
    external_id: text(100),
    member_number: text(100),
    date_earned: day,
    date_reported: day,
    format: text(),
    credits,
    credit_type: text(),
    course_number: textOrEmpty(100),
    provider: text(),
    course_name: text(300),
  },
  prepare: tellToday,
  tables: {
    import_keys: keyedEntries(
      "import",
      "SELECT DISTINCT identifier_key(external_id) AS external_key FROM import_rows",
    ),
    import_found: `
      SELECT r.line, r.id, k.imported AS existing, k.latest, k.member_id AS key_member_id,
             k.source AS key_source, r.external_id, identifier_key(r.external_id) AS external_key,
             r.member_number, m.id AS member_id, r.date_earned AS earned_on,
             r.date_reported AS reported_on, r.format AS named_format, o.name AS format,
             r.credits, r.credit_type AS named_type, c.name AS credit_type, c.increment,
             r.provider AS named_provider, p.id AS provider_id,
             CASE WHEN r.provider ~* '^other *:'
                  THEN btrim(substr(r.provider, strpos(r.provider, ':') + 1)) END AS provider_other,
             coalesce(r.course_number, '') AS course_number, r.course_name AS title
        FROM import_rows r
        LEFT JOIN import_keys k ON k.external_key = identifier_key(r.external_id)
        LEFT JOIN identifiers i ON i.key = identifier_key(r.member_number)
        LEFT JOIN members m ON m.id = i.member_id AND ${isNumberOf}
        LEFT JOIN formats o ON o.name = r.format
        LEFT JOIN credit_types c ON c.name = r.credit_type
        LEFT JOIN providers p ON p.name_key = identifier_key(r.provider)`,
  },
  checks: [
    namesNoMember,
    changesOneself(WRITES_ENTRY),
    repeats("external_id", ["external_key"]),
    changesOwner,
    isNotImported,
    earnedInFuture,
    reportedInFuture,
    namesNoFormat,
    namesNoCreditType,
    namesNoProvider,
    namesNoOther,
    creditsOutOfStep,
  ],
  apply: (act) => writeEntries(act, "import"),
};
