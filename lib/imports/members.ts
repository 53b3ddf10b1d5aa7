import { followNewAddresses } from "@/lib/accounts/commands";
import { inBatches } from "@/lib/imports/batches";
import { upsert } from "@/lib/imports/changes";
import { isOneself, OWN_RECORD, repeats } from "@/lib/imports/checks";
import { type Act, type Check, type Kind, NOW } from "@/lib/imports/kind";
import { identifierChecks, wasMerged } from "@/lib/imports/member-identifiers";
import { addUnknown, byKey } from "@/lib/imports/open-lists";
import { choice, email, flag, monthDay, optional, text, textOrEmpty } from "@/lib/imports/schema";

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

const OPTIONALS = {
  licence_number: "licence_number",
  phone: "phone",
  address: "address",
  local_office: "local_office_id",
};

/** What a file with these columns says of a member. */
function valuesOf(header: readonly string[]): string[] {
  return [
    ...["username", "email", "first_name", "last_name", "suffix", "profession"],
    ...["birth_month_day", "licence_state", "reporting_consent_at", "retired_at"],
    ...Object.entries(OPTIONALS)
      .filter(([column]) => header.includes(column))
      .map(([, value]) => value),
  ];
}

/** One's name and profession stand on one's certificates. */
const changesOwn: Check = {
  column: "member_number",
  find: (header) => {
    const of = (row: string) =>
      valuesOf(header)
        .map((name) => `${row}.${name}`)
        .join(", ");
    return `SELECT f.line FROM import_found f JOIN members m ON m.id = f.existing
              WHERE ${isOneself("m.id")} AND (${of("m")}) IS DISTINCT FROM (${of("f")})`;
  },
  say: () => OWN_RECORD,
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
    changesOwn,
  ],
  async apply(act) {
    const counts = await upsert(act, {
      table: "members",
      subject: "member",
      key: ["member_number", "created_at"],
      values: valuesOf(act.header),
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
