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
import { earnedInFuture, TODAY, tellToday } from "@/lib/imports/today";

/**
 * A post is never of "Other": its provider numbers it, and whether it is in-network decides what the
 * post counts for. A provider made of a misspelt name would lose the member those credits.
 */
const namesNoListedProvider: Check = {
  column: "provider",
  find: `SELECT line, named_provider FROM import_found
           WHERE provider_id IS NULL AND named_provider IS NOT NULL`,
  say: ({ named_provider }) =>
    `There is no provider ${named_provider}. Import it with the providers first.`,
};

const changesOwner: Check = {
  column: "post_id",
  find: `SELECT line, external_id, named_provider FROM import_found WHERE member_id <> key_member_id`,
  say: ({ external_id, named_provider }) =>
    `${external_id} of ${named_provider} is a post for another member; a key never changes its owner.`,
};

/** Classes that providers held: they count at once. */
export const providerPosts: Kind = {
  name: "provider-posts",
  columns: {
    post_id: text(100),
    provider: text(),
    member_number: text(100),
    date_earned: day,
    format: text(),
    credits,
    credit_type: text(),
    course_number: textOrEmpty(100),
    course_name: text(300),
  },
  prepare: tellToday,
  tables: {
    import_keys: keyedEntries(
      "provider_post",
      `SELECT DISTINCT p.id AS provider_id, identifier_key(r.post_id) AS external_key
         FROM import_rows r JOIN providers p ON p.name_key = identifier_key(r.provider)`,
    ),
    // A post that is changed later was reported when it first came.
    import_found: `
      SELECT r.line, r.id, k.imported AS existing, k.latest, k.member_id AS key_member_id,
             r.post_id AS external_id, identifier_key(r.post_id) AS external_key,
             r.member_number, m.id AS member_id, r.date_earned AS earned_on,
             coalesce(k.reported_on, ${TODAY}) AS reported_on,
             r.format AS named_format, o.name AS format,
             r.credits, r.credit_type AS named_type, c.name AS credit_type, c.increment,
             r.provider AS named_provider, p.id AS provider_id, NULL::text AS provider_other,
             coalesce(r.course_number, '') AS course_number, r.course_name AS title
        FROM import_rows r
        LEFT JOIN providers p ON p.name_key = identifier_key(r.provider)
        LEFT JOIN import_keys k ON k.provider_id = p.id AND k.external_key = identifier_key(r.post_id)
        LEFT JOIN identifiers i ON i.key = identifier_key(r.member_number)
        LEFT JOIN members m ON m.id = i.member_id AND ${isNumberOf}
        LEFT JOIN formats o ON o.name = r.format
        LEFT JOIN credit_types c ON c.name = r.credit_type`,
  },
  checks: [
    namesNoMember,
    changesOneself(WRITES_ENTRY),
    namesNoListedProvider,
    repeats("post_id", ["provider_id", "external_key"]),
    changesOwner,
    earnedInFuture,
    namesNoFormat,
    namesNoCreditType,
    creditsOutOfStep,
  ],
  apply: (act) => writeEntries(act, "provider_post"),
};
