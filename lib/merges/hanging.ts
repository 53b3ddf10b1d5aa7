/**
 * What hangs on what a merge moves, and goes or stays with it: by the column that names its parent,
 * parents before what hangs on them. A test reads the database's catalogue: a table that hangs on one
 * of these, or on one that moves, and is in no list makes it fail.
 */
export const HANGING = [
  { table: "registration_days", by: { registration_id: "registrations" }, what: "Days registered" },
  { table: "claim_days", by: { registration_id: "registrations" }, what: "Days claimed" },
  { table: "submissions", by: { registration_id: "registrations" }, what: "Submissions of claims" },
  { table: "corrections", by: { registration_id: "registrations" }, what: "Corrections of claims" },
  {
    table: "claim_reminders",
    by: { registration_id: "registrations" },
    what: "Reminders to claim",
  },
  {
    table: "certificates",
    key: "number",
    by: { registration_id: "registrations", renewal_id: "renewals" },
    what: "Certificates",
  },
  {
    table: "certificate_versions",
    by: { certificate_number: "certificates" },
    what: "Versions of certificates",
  },
  {
    table: "certificate_files",
    by: { version_id: "certificate_versions" },
    what: "PDFs of certificates",
  },
  { table: "entry_corrections", by: { entry_id: "credit_entries" }, what: "Corrections of credit" },
  { table: "cycles", by: { certification_id: "certifications" }, what: "Cycles of certifications" },
  {
    table: "cycle_reminders",
    by: { cycle_id: "cycles" },
    what: "Reminders of cycles",
  },
  { table: "invoices", by: { renewal_id: "renewals" }, what: "Invoices" },
  { table: "invoice_lines", by: { invoice_id: "invoices" }, what: "Lines of invoices" },
  { table: "payments", by: { invoice_id: "invoices" }, what: "Payments" },
  {
    table: "payment_events",
    by: { payment_id: "payments" },
    what: "What the payment provider told",
  },
  {
    table: "payment_resolutions",
    by: { payment_id: "payments" },
    what: "Payments settled by hand",
  },
  { table: "waivers", by: { renewal_id: "renewals" }, what: "Waivers of renewals" },
  { table: "batches", by: { renewal_id: "renewals" }, what: "Submissions of CECs" },
  { table: "batch_versions", by: { batch_id: "batches" }, what: "Times they were submitted" },
  { table: "batch_lines", by: { batch_id: "batches" }, what: "Forms in submissions" },
  { table: "line_decisions", by: { line_id: "batch_lines" }, what: "Decisions about these forms" },
  { table: "credit_audits", by: { renewal_id: "renewals" }, what: "Audits of renewals" },
  { table: "credit_audit_steps", by: { audit_id: "credit_audits" }, what: "Steps of these audits" },
  { table: "form_signatures", by: { form_id: "reporting_forms" }, what: "Signatures of forms" },
  {
    table: "correction_notes",
    by: { request_id: "correction_requests" },
    what: "Notes on these requests",
  },
  {
    table: "document_contents",
    by: { document_id: "documents" },
    what: "Contents of documents",
  },
] as const satisfies readonly { table: string; key?: string; by: object; what: string }[];
