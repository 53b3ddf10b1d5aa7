/**
 * Every column that names a member, and whether what it stands in goes to the record that is kept.
 * What is about the person goes; what the person did as somebody who works here stays as it was done, and what it signed in with ends.
 * A test reads the database's catalogue: a column that is in neither list makes it fail.
 */
export const MOVING = [
  { table: "registrations", what: "Registrations and their claims" },
  { table: "credit_entries", what: "Credit on record" },
  { table: "certifications", what: "Certifications" },
  { table: "renewals", what: "Renewals with their invoices and payments" },
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
  { table: "correction_notes", column: "author_id", what: "Notes on requests", why: DONE },
  {
    table: "corrections",
    column: "corrected_by_id",
    what: "Corrections of claims made",
    why: DONE,
  },
  {
    table: "entry_corrections",
    column: "corrected_by_id",
    what: "Corrections of credit made",
    why: DONE,
  },
  {
    table: "correction_requests",
    column: "decided_by_id",
    what: "Requests for corrections decided",
    why: DONE,
  },
  { table: "form_signatures", column: "officer_id", what: "Forms signed", why: DONE },
  { table: "line_decisions", column: "decided_by_id", what: "Lines decided", why: DONE },
  { table: "waivers", column: "granted_by_id", what: "Waivers granted", why: DONE },
  { table: "payments", column: "refund_requested_by_id", what: "Refunds requested", why: DONE },
  {
    table: "payment_resolutions",
    column: "resolved_by_id",
    what: "Payments looked at",
    why: DONE,
  },
  { table: "page_texts", column: "changed_by_id", what: "Texts changed", why: DONE },
  { table: "reminder_runs", column: "requested_by_id", what: "Reminders sent", why: DONE },
  { table: "audit_selections", column: "drawn_by_id", what: "Audits drawn", why: DONE },
  { table: "credit_audit_steps", column: "taken_by_id", what: "Steps of audits", why: DONE },
  { table: "rule_previews", column: "asked_by_id", what: "Rules previewed", why: DONE },
  { table: "import_runs", column: "uploaded_by_id", what: "Files uploaded", why: DONE },
  { table: "import_runs", column: "confirmed_by_id", what: "Files confirmed", why: DONE },
] as const;

/**
 * Neither: identifiers are led to the record that is kept by a trigger, a record with a role is not
 * merged, and what was merged into the other record goes along with it.
 */
export const FOLLOWING = [
  "identifiers.member_id",
  "role_grants.member_id",
  "members.merged_into_id",
];

export type MovingTable = (typeof MOVING)[number]["table"];
