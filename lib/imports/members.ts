import { followNewAddresses } from "@/lib/accounts/commands";
import { inBatches } from "@/lib/imports/batches";
import { upsert } from "@/lib/imports/changes";
import { repeats } from "@/lib/imports/checks";
import { type Act, type Check, type Kind, NOW } from "@/lib/imports/kind";
import { addUnknown, byKey } from "@/lib/imports/open-lists";
import { choice, email, flag, monthDay, optional, text, textOrEmpty } from "@/lib/imports/schema";

/** The number `i` of a new member is one of a record that was merged into who has it now. */
const isMergedNumber = `(i.kind = 'member_number' AND i.existing IS NULL
  AND EXISTS (SELECT FROM members d WHERE d.merged_into_id = k.member_id
    AND identifier_key(d.member_number) = i.key))`;

/** An e-mail address, username or member number belongs to one member only, across the three. */
const identifierChecks = ["member_number", "username", "email"].flatMap((column): Check[] => [
  {
    column,
    find: `SELECT line, typed, earlier FROM import_identifiers
             WHERE kind = '${column}' AND owner <> first_owner`,
    say: ({ typed, earlier }) => `${typed} belongs to the member of line ${earlier}.`,
  },
  {
    column,
    // A member whom the file names may give an identifier up, unless it came with a merged record; who
    // then has it twice is found above.
    find: `SELECT line, typed FROM import_identifiers i JOIN identifiers k USING (key)
             WHERE kind = '${column}' AND k.member_id IS DISTINCT FROM i.existing
               AND NOT ${isMergedNumber}
               AND (k.member_id NOT IN (SELECT existing FROM import_found WHERE existing IS NOT NULL)
                 OR EXISTS (SELECT FROM members d WHERE d.merged_into_id = k.member_id
                   AND i.key IN (identifier_key(d.email), identifier_key(d.username),
                                 identifier_key(d.member_number))))`,
    say: ({ typed }) => `${typed} belongs to another member.`,
  },
]);

const wasMerged: Check = {
  column: "member_number",
  find: `SELECT line, typed, m.member_number AS kept
           FROM import_identifiers i JOIN identifiers k USING (key) JOIN members m ON m.id = k.member_id
           WHERE ${isMergedNumber}`,
  say: ({ typed, kept }) =>
    `${typed} is the number of a record that was merged into ${kept ?? "another member's"}. Leave this line out${kept === null ? "" : ", or use that number"}.`,
};

/** Whoever gave a colleague another e-mail address could sign in as them. */
const changesColleague: Check = {
  column: "member_number",
  find: `SELECT f.line FROM import_found f JOIN members m ON m.id = f.existing
           WHERE current_setting('credence.may_hand_out_roles') <> 'yes'
             AND EXISTS (SELECT 1 FROM role_grants g WHERE g.member_id = m.id)
             AND (m.email, m.username, m.retired_at) IS DISTINCT FROM (f.email, f.username, f.retired_at)`,
  say: () =>
    "This colleague has a role. An administrator changes their identifiers and membership.",
};

export const members: Kind = {
  name: "members",
  columns: {
    member_number: text(100),
    username: textOrEmpty(100),
    email,
    first_name: text(),
    last_name: text(),
    suffix: textOrEmpty(),
    profession: textOrEmpty(),
    birth_month_day: monthDay,
    licence_state: textOrEmpty(100),
    licence_number: optional(textOrEmpty(100)),
    reporting_consent: flag("yes"),
    status: choice("active", "retired"),
    local_office: optional(textOrEmpty()),
    phone: optional(textOrEmpty(100)),
    address: optional(textOrEmpty(500)),
  },
  async prepare(act) {
    const note = " Its members don't count as physicians until staff say so.";
    await addUnknown(act, { column: "profession", table: "professions", note });
    await addUnknown(act, { column: "local_office", table: "local_offices", hasIds: true });
  },
  tables: {
    import_found: `
      SELECT r.line, r.id, m.id AS existing, r.member_number, r.username, r.email, r.first_name,
             r.last_name, coalesce(r.suffix, '') AS suffix, p.name AS profession,
             r.birth_month_day, r.licence_state, r.licence_number, r.phone, r.address,
             o.id AS local_office_id,
             CASE WHEN r.reporting_consent IS NOT NULL
                  THEN coalesce(m.reporting_consent_at, ${NOW}) END AS reporting_consent_at,
             CASE WHEN r.status = 'retired' THEN coalesce(m.retired_at, ${NOW}) END AS retired_at,
             ${NOW} AS created_at
        FROM import_rows r
        LEFT JOIN identifiers i ON i.key = identifier_key(r.member_number)
        LEFT JOIN members m ON m.id = i.member_id AND identifier_key(m.member_number) = i.key
        LEFT JOIN ${byKey("professions")} p ON p.key = identifier_key(r.profession)
        LEFT JOIN ${byKey("local_offices")} o ON o.key = identifier_key(r.local_office)`,
    // Every identifier of the file, with the first row that has it.
    import_identifiers: `
      SELECT line, existing, kind, typed, key, owner, first_value(line) OVER first AS earlier,
             first_value(owner) OVER first AS first_owner
        FROM (SELECT line, existing, kind, typed, identifier_key(typed) AS key,
                     identifier_key(member_number) AS owner
                FROM import_found, LATERAL (VALUES ('member_number', member_number),
                  ('username', username), ('email', email)) AS v (kind, typed)
                WHERE typed IS NOT NULL) AS identified
        WINDOW first AS (PARTITION BY key ORDER BY line)`,
  },
  checks: [
    repeats("member_number", ["identifier_key(member_number)"]),
    wasMerged,
    ...identifierChecks,
    changesColleague,
  ],
  async apply(act) {
    const optionals = {
      licence_number: "licence_number",
      phone: "phone",
      address: "address",
      local_office: "local_office_id",
    };
    const counts = await upsert(act, {
      table: "members",
      subject: "member",
      key: ["member_number", "created_at"],
      values: [
        ...["username", "email", "first_name", "last_name", "suffix", "profession"],
        ...["birth_month_day", "licence_state", "reporting_consent_at", "retired_at"],
        ...Object.entries(optionals)
          .filter(([column]) => act.header.includes(column))
          .map(([, value]) => value),
      ],
      isPersonal: true,
    });
    await followChangedAddresses(act);
    return counts;
  },
};

/** A changed e-mail address ends sessions and reset links, and the old address is told. */
async function followChangedAddresses({ client, tx, now }: Act) {
  const changed = `
    SELECT id, was ->> 'email' AS old_address, was ->> 'first_name' AS first_name
      FROM import_changed
      WHERE identifier_key(was ->> 'email') <> identifier_key(becomes ->> 'email')`;
  for await (const rows of inBatches(client, changed)) {
    const moved = rows.map(({ id, first_name, old_address }) => ({
      id: String(id),
      firstName: String(first_name),
      oldAddress: String(old_address),
    }));
    await followNewAddresses(tx, moved, now);
  }
}
