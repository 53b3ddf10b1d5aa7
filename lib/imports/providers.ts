import { upsert } from "@/lib/imports/changes";
import { repeats } from "@/lib/imports/checks";
import type { Check, Kind } from "@/lib/imports/kind";
import { flag, text } from "@/lib/imports/schema";

/** "Other" and "Other: NAME" say in other files that the provider is none of these. */
const namesOther: Check = {
  column: "provider",
  find: "SELECT line FROM import_found WHERE name ~* '^other *(:|$)'",
  say: () => "Other is what a provider outside this list is called. Give the provider's own name.",
};

export const providers: Kind = {
  name: "providers",
  columns: { provider: text(), in_network: flag("yes") },
  tables: {
    import_found: `
      SELECT r.line, r.id, p.id AS existing, r.provider AS name,
             identifier_key(r.provider) AS name_key, r.in_network IS NOT NULL AS in_network
        FROM import_rows r
        LEFT JOIN providers p ON p.name_key = identifier_key(r.provider)`,
  },
  checks: [repeats("provider", ["name_key"]), namesOther],
  apply: (act) =>
    upsert(act, {
      table: "providers",
      subject: "provider",
      key: ["name"],
      values: ["in_network"],
    }),
};
