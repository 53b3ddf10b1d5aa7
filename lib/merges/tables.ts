/**
 * Every column that names a member, and whether what it stands in goes to the record that is kept.
 * What is about the person goes; what the person did as somebody who works here stays as it was done, and what it signed in with ends.
 * A test reads the database's catalogue: a column that is in neither list makes it fail.
 */
export const MOVING = [
  { table: "registrations", what: "Registrations and their claims" },
  { table: "credit_entries", what: "Credit on record" },
  { table: "certifications", what: "Certifications" },
  { table: "renewals", what: "Renewals" },
  { table: "reporting_forms", what: "CEC Reporting Forms" },
  { table: "correction_requests", what: "Requests for corrections" },
  { table: "documents", what: "Documents" },
  { table: "report_drafts", what: "Reports that are not saved yet" },
  { table: "messages", what: "Mails" },
] as const;

const DONE = "What was done stays under the name of who did it.";

export const STAYING = [
  { table: "sessions", column: "member_id", what: "Sessions", why: "They end." },
  {
    table: "password_resets",
    column: "member_id",
    what: "Links for a new password",
    why: "They end.",
  },
  {
    table: "second_factors",
    column: "member_id",
    what: "Second factor",
    why: "It is deleted. The record that is kept signs in with its own.",
  },
  {
    table: "muted_messages",
    column: "member_id",
    what: "Mails that were switched off",
    why: "The choice of the record that is kept goes on.",
  },
  { table: "correction_notes", column: "author_id", what: "Notes written on requests", why: DONE },
  {
    table: "corrections",
    column: "corrected_by_id",
    what: "Corrections of claims made as staff",
    why: DONE,
  },
  {
    table: "entry_corrections",
    column: "corrected_by_id",
    what: "Corrections of credit made as staff",
    why: DONE,
  },
  {
    table: "correction_requests",
    column: "decided_by_id",
    what: "Requests for corrections decided as staff",
    why: DONE,
  },
  { table: "form_signatures", column: "officer_id", what: "Forms signed for an office", why: DONE },
  { table: "line_decisions", column: "decided_by_id", what: "Lines decided as staff", why: DONE },
  { table: "waivers", column: "granted_by_id", what: "Waivers granted as staff", why: DONE },
  {
    table: "payments",
    column: "refund_requested_by_id",
    what: "Refunds requested as staff",
    why: DONE,
  },
  {
    table: "payment_resolutions",
    column: "resolved_by_id",
    what: "Payments looked at as staff",
    why: DONE,
  },
  { table: "page_texts", column: "changed_by_id", what: "Texts changed as staff", why: DONE },
  { table: "reminder_runs", column: "requested_by_id", what: "Reminders sent as staff", why: DONE },
  { table: "audit_selections", column: "drawn_by_id", what: "Audits drawn as staff", why: DONE },
  { table: "credit_audit_steps", column: "taken_by_id", what: "Steps taken in audits", why: DONE },
  { table: "rule_previews", column: "asked_by_id", what: "Rules previewed as staff", why: DONE },
  { table: "import_runs", column: "uploaded_by_id", what: "Files uploaded as staff", why: DONE },
  { table: "import_runs", column: "confirmed_by_id", what: "Files confirmed as staff", why: DONE },
] as const;

/**
 * Neither: identifiers are led to the record that is kept by a trigger, what was merged into the other
 * record goes along with it, and a record with a role is not merged.
 */
export const FOLLOWING = [
  {
    table: "identifiers",
    column: "member_id",
    what: "Numbers, usernames and email addresses that it is found by",
    why: "They lead to the record that is kept.",
  },
  {
    table: "members",
    column: "merged_into_id",
    what: "Records that were merged into it",
    why: "They lead to the record that is kept.",
  },
  { table: "role_grants", column: "member_id", what: "Roles", why: "" },
] as const;

export type MovingTable = (typeof MOVING)[number]["table"];
