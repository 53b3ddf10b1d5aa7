import { todayIn } from "@/lib/calendar";
import { openNextCycles } from "@/lib/certifications/commands";
import { auditChanges, difference } from "@/lib/imports/changes";
import { changesOneself, namesNoMember, repeats } from "@/lib/imports/checks";
import { judgeCycles, lockChangedCycles, WRITES_CYCLE } from "@/lib/imports/cycle-states";
import { type Check, type Kind, NOW } from "@/lib/imports/kind";
import { day, text } from "@/lib/imports/schema";
import { findSettings } from "@/lib/settings/queries";

const namesNoProgram: Check = {
  column: "program",
  find: `SELECT line, named_program, (SELECT string_agg(code, ', ' ORDER BY code) FROM program_names) AS known
           FROM import_found WHERE program_code IS NULL AND named_program IS NOT NULL`,
  say: ({ named_program, known }) =>
    `There is no program ${named_program}. Known are ${known ?? "none"}.`,
};

const endsTooSoon: Check = {
  column: "cycle_end",
  find: "SELECT line, starts_on::text FROM import_found WHERE ends_on <= starts_on",
  say: ({ starts_on }) => `The cycle has to end after it starts, on ${starts_on}.`,
};

/** Two rows of the file are blamed on the later one. */
const overlaps: Check = {
  column: "cycle_start",
  find: `SELECT DISTINCT ON (f.line) f.line, o.line AS earlier, o.starts_on::text, o.ends_on::text
           FROM import_found f JOIN import_held o USING (member_id, program_code)
           WHERE o.starts_on <> f.starts_on AND f.starts_on < f.ends_on AND o.starts_on <= o.ends_on
             AND o.starts_on <= f.ends_on AND f.starts_on <= o.ends_on
             AND (o.line IS NULL OR o.line < f.line)
           ORDER BY f.line, o.starts_on`,
  say: ({ earlier, starts_on, ends_on }) =>
    `This overlaps ${earlier === null ? "a cycle that the member holds already" : `the cycle of line ${earlier}`}, ` +
    `from ${starts_on} to ${ends_on}.`,
};

const hasNoRules: Check = {
  column: "program",
  find: `SELECT line, named_program FROM import_found
           WHERE program_code IS NOT NULL AND starts_on < ends_on AND renewed_at IS NULL
             AND version_id IS NULL`,
  say: ({ named_program }) =>
    `No rules of ${named_program} are in force on the date on which this cycle falls due. Load them first.`,
};

export const certifications: Kind = {
  name: "certifications",
  columns: { member_number: text(100), program: text(40), cycle_start: day, cycle_end: day },
  prepare: judgeCycles,
  tables: {
    import_found: `
      SELECT h.*, j.version_id, coalesce(j.renews, false) AS renews
        FROM import_held h
        LEFT JOIN import_judged j USING (program_code, starts_on, ends_on, is_later_held)
        WHERE h.line IS NOT NULL`,
  },
  checks: [
    namesNoMember,
    changesOneself(WRITES_CYCLE),
    namesNoProgram,
    repeats("cycle_start", ["member_id", "program_code", "starts_on"]),
    endsTooSoon,
    overlaps,
    hasNoRules,
  ],
  async apply(act) {
    const { client } = act;
    const changed = await lockChangedCycles(client);
    await client.query(
      `UPDATE cycles y SET ends_on = c.ends_on, renewed_at = c.renewed_at,
              rule_version_id = c.rule_version_id
         FROM import_changed c WHERE y.id = c.id`,
    );
    await client.query(
      `INSERT INTO certifications (id, member_id, program_code)
       SELECT DISTINCT ON (member_id, program_code) id, member_id, program_code
         FROM import_found WHERE certification_id IS NULL
         ORDER BY member_id, program_code, line`,
    );
    const added = await client.query(
      `INSERT INTO cycles (id, certification_id, starts_on, ends_on, renewed_at, rule_version_id)
       SELECT f.id, c.id, starts_on, ends_on, CASE WHEN renews THEN ${NOW} END,
              CASE WHEN renews THEN version_id END
         FROM import_found f JOIN certifications c USING (member_id, program_code)
         WHERE existing IS NULL`,
    );
    await auditChanges(
      act,
      "cycle",
      "SELECT id, was, becomes FROM import_changed ORDER BY line, id",
      (row) => ({ facts: difference(row) }),
    );
    return { added: added.rowCount ?? 0, changed };
  },
  async follow(now) {
    const { timeZone } = await findSettings();
    await openNextCycles(todayIn(timeZone, now), now);
  },
};
