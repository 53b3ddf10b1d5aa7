import type { Check } from "@/lib/imports/kind";

/** The number `i` of a new member is one of a record that was merged into who has it now. */
const isMergedNumber = `(i.kind = 'member_number' AND i.existing IS NULL
  AND EXISTS (SELECT FROM members d WHERE d.merged_into_id = k.member_id
    AND identifier_key(d.member_number) = i.key))`;

/** An e-mail address, username or member number belongs to one member only, across the three. */
export const identifierChecks = ["member_number", "username", "email"].flatMap(
  (column): Check[] => [
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
  ],
);

export const wasMerged: Check = {
  column: "member_number",
  find: `SELECT line, typed, m.member_number AS kept
           FROM import_identifiers i JOIN identifiers k USING (key) JOIN members m ON m.id = k.member_id
           WHERE ${isMergedNumber}`,
  say: ({ typed, kept }) =>
    `${typed} is the number of a record that was merged into ${kept ?? "another member's"}. Leave this line out${kept === null ? "" : ", or use that number"}.`,
};
