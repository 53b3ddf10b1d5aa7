import { refusalOfStep } from "@/lib/credits/amount";
import { namesNoCreditType, namesNoMember, repeats } from "@/lib/imports/checks";
import { auditReplaced, KEYED_ENTRIES, replaceChanged } from "@/lib/imports/entry-versions";
import { type Check, type Kind, NOW } from "@/lib/imports/kind";
import { credits, day, text, textOrEmpty } from "@/lib/imports/schema";

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

const namesNoFormat: Check = {
  column: "format",
  find: `SELECT line, named_format, (SELECT string_agg(name, ', ' ORDER BY position) FROM formats) AS known
           FROM import_found WHERE format IS NULL AND named_format IS NOT NULL`,
  say: ({ named_format, known }) => `There is no format ${named_format}. Known are ${known}.`,
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

const creditsOutOfStep: Check = {
  column: "credits",
  find: `SELECT line, credits, increment, credit_type FROM import_found WHERE credits % increment <> 0`,
  say: ({ credits, increment, credit_type }) =>
    refusalOfStep(Number(credits), { name: String(credit_type), increment: Number(increment) }) ??
    "",
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
  tables: {
    import_keys: KEYED_ENTRIES,
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
        LEFT JOIN members m ON m.id = i.member_id AND identifier_key(m.member_number) = i.key
        LEFT JOIN formats o ON o.name = r.format
        LEFT JOIN credit_types c ON c.name = r.credit_type
        LEFT JOIN providers p ON p.name_key = identifier_key(r.provider)`,
  },
  checks: [
    namesNoMember,
    repeats("external_id", ["external_key"]),
    changesOwner,
    isNotImported,
    namesNoFormat,
    namesNoCreditType,
    namesNoProvider,
    namesNoOther,
    creditsOutOfStep,
  ],
  async apply(act) {
    const { client } = act;
    const changed = await replaceChanged(client);
    const added = await client.query(
      `INSERT INTO credit_entries (id, member_id, source, external_id, earned_on, reported_on, format,
              credits, credit_type, provider_id, provider_other, course_number, title, created_at,
              accepted_at, replaces_id, not_duplicate_at)
       SELECT f.id, f.member_id, 'import', f.external_id, f.earned_on, f.reported_on, f.format,
              f.credits, f.credit_type, f.provider_id, f.provider_other, f.course_number, f.title,
              ${NOW}, ${NOW}, r.replaces_id, r.not_duplicate_at
         FROM import_found f LEFT JOIN import_replaced r USING (line)
         WHERE f.existing IS NULL OR r.line IS NOT NULL`,
    );
    await auditReplaced(act);
    return { added: (added.rowCount ?? 0) - changed, changed };
  },
};
