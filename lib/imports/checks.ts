import { refusalOfStep } from "@/lib/credits/amount";
import type { Check } from "@/lib/imports/kind";

// Checks that several kinds share. Each reads import_found; what a cell could not say is null there
// and is not blamed again.

/**
 * Whether the identifier `i` is a member number of `m`, its own or of a record that was merged into it:
 * a join finds no member by an e-mail address in the column of numbers.
 */
export const isNumberOf = `(identifier_key(m.member_number) = i.key OR EXISTS (
  SELECT FROM members d WHERE d.merged_into_id = m.id AND identifier_key(d.member_number) = i.key))`;

/** The same key (columns of import_found) stands on an earlier line. */
export function repeats(column: string, key: string[], where = "true"): Check {
  const isWhole = key.map((name) => `${name} IS NOT NULL`).join(" AND ");
  return {
    column,
    find: `SELECT line, earlier FROM (
             SELECT line, min(line) OVER (PARTITION BY ${key.join(", ")}) AS earlier
               FROM import_found WHERE ${isWhole} AND ${where}
           ) AS keyed WHERE earlier < line`,
    say: ({ earlier }) => `This repeats line ${earlier}. Leave one of them out.`,
  };
}

export const namesNoEvent: Check = {
  column: "event_code",
  find: "SELECT line, event_code FROM import_found WHERE event_id IS NULL AND event_code IS NOT NULL",
  say: ({ event_code }) => `There is no event ${event_code}. Import it first.`,
};

export const namesNoMember: Check = {
  column: "member_number",
  find: `SELECT line, member_number FROM import_found
           WHERE member_id IS NULL AND member_number IS NOT NULL`,
  say: ({ member_number }) =>
    `There is no member with the number ${member_number}. Import the member first.`,
};

/** Whether the row of import_found is about whoever imports it; a command line has nobody. */
export const isOneself = (member = "member_id") =>
  `${member}::text = current_setting('credence.actor')`;

/**
 * The line says something new of whoever imports it, who decides nothing about their own record. One
 * that says what stands already is no decision: a whole roster holds oneself too. `differs` judges the
 * row `f`.
 */
export function changesOneself(differs: string): Check {
  return {
    column: "member_number",
    find: `SELECT line FROM import_found f WHERE ${isOneself("f.member_id")} AND (${differs})`,
    say: () => OWN_RECORD,
  };
}

export const OWN_RECORD = "This is your own record. Ask a colleague to import it.";

export const namesNoCreditType: Check = {
  column: "credit_type",
  find: `SELECT line, named_type, (SELECT string_agg(name, ', ' ORDER BY name) FROM credit_types) AS known
           FROM import_found WHERE credit_type IS NULL AND named_type IS NOT NULL`,
  say: ({ named_type, known }) => `There is no credit type ${named_type}. Known are ${known}.`,
};

export const maximumOutOfStep: Check = {
  column: "maximum_credits",
  find: "SELECT line, maximum, increment, step_of FROM import_found WHERE maximum % increment <> 0",
  say: ({ maximum, increment, step_of }) =>
    refusalOfStep(Number(maximum), { name: String(step_of), increment: Number(increment) }) ?? "",
};

export const namesNoFormat: Check = {
  column: "format",
  find: `SELECT line, named_format, (SELECT string_agg(name, ', ' ORDER BY position, name) FROM formats) AS known
           FROM import_found WHERE format IS NULL AND named_format IS NOT NULL`,
  say: ({ named_format, known }) => `There is no format ${named_format}. Known are ${known}.`,
};

export const creditsOutOfStep: Check = {
  column: "credits",
  find: `SELECT line, credits, increment, credit_type FROM import_found WHERE credits % increment <> 0`,
  say: ({ credits, increment, credit_type }) =>
    refusalOfStep(Number(credits), { name: String(credit_type), increment: Number(increment) }) ??
    "",
};
