import type { Route } from "next";

/** The addresses of pages that others lead to; the tracker's own search stands with the tracker. */

/** A member's claim: `day` is the row in edit, `saved` the one just saved, `left` the one left as it was. */
export function claimPath(
  registrationId: string,
  search: { day?: string; saved?: string; left?: string; submitted?: "now" } = {},
): Route {
  const query = new URLSearchParams(search).toString();
  const row = search.day ?? search.saved ?? search.left;
  return `/events/${registrationId}/claim${query && `?${query}`}${row ? `#${row}` : ""}` as Route;
}

export function reviewPath(registrationId: string): Route {
  return `/events/${registrationId}/claim/review` as Route;
}

/** Where a correction of a locked claim is asked for, perhaps from its certificate. */
export function correctionPath(
  registrationId: string,
  search: { certificate?: string } = {},
): Route {
  return `/events/${registrationId}/claim/correction${queryOf(search)}` as Route;
}

/** The same of the certificate of a renewal. */
export function renewalCorrectionPath(renewalId: string): Route {
  return `/renewals/${renewalId}/correction` as Route;
}

/** A member's request for a correction. */
export function requestPath(requestId: string, search: { sent?: "now" } = {}): Route {
  return `/applications/${requestId}${queryOf(search)}` as Route;
}

/** The queue of requests before staff. */
export function correctionsPath(
  search: { state?: "decided"; sort?: string; after?: string } = {},
): Route {
  return `/admin/corrections${queryOf(search)}` as Route;
}

/** One request before staff. */
export function requestDeskPath(requestId: string, search: { decided?: "now" } = {}): Route {
  return `/admin/corrections/${requestId}${queryOf(search)}` as Route;
}

/** A claim before staff, to be corrected without a request. */
export function claimDeskPath(
  registrationId: string,
  search: { certificate?: "revoke" | "reissue"; done?: string } = {},
): Route {
  return `/admin/corrections/claim/${registrationId}${queryOf(search)}` as Route;
}

/** An entry before staff, to be corrected without a request. */
export function entryDeskPath(entryId: string, search: { done?: "now" } = {}): Route {
  return `/admin/corrections/entry/${entryId}${queryOf(search)}` as Route;
}

/** The certificate as a page; the latest version without one. `preparing`: it goes on to the PDF. */
export function certificatePath(
  number: string,
  { version, preparing }: { version?: number; preparing?: "1" } = {},
): Route {
  const search = { version: version?.toString(), preparing };
  return `/certificates/${number}${queryOf(search)}` as Route;
}

export function certificatePdfPath(number: string, version?: number): string {
  return `/certificates/${number}/pdf${version ? `?version=${version}` : ""}`;
}

export function verifyPath(number: string, version?: number): Route {
  return `/verify/${number}${version ? `?version=${version}` : ""}` as Route;
}

/** The form for credit earned elsewhere: a draft to go on with, or a returned entry to report again. */
export function reportPath(search: { draft?: string; again?: string } = {}): Route {
  const query = new URLSearchParams(search).toString();
  return `/cecs/report${query && `?${query}`}` as Route;
}

/** The last look before a draft is saved, for those without JavaScript. */
export function confirmReportPath(draftId: string): Route {
  return `/cecs/report/confirm?draft=${draftId}` as Route;
}

/** One entry of the member's record. */
export function entryPath(entryId: string): Route {
  return `/cecs/report/${entryId}` as Route;
}

export function entryCorrectionPath(entryId: string): Route {
  return `/cecs/report/${entryId}/correction` as Route;
}

/** Reported credit that awaits review, and submitted forms: one desk, whose filters are the same. */
export function reviewQueuePath(search: Record<string, string | undefined> = {}): Route {
  return `/admin/review${queryOf(search)}` as Route;
}

export function reviewBatchesPath(search: Record<string, string | undefined> = {}): Route {
  return `/admin/review/batches${queryOf(search)}` as Route;
}

/** The same entry before staff. */
export function reviewEntryPath(entryId: string): Route {
  return `/admin/review/${entryId}` as Route;
}

/** Mails that were not delivered. */
export function mailsPath(search: { after?: string } = {}): Route {
  return `/admin/mails${queryOf(search)}` as Route;
}

/** Staff's exports; a range that was refused stands in the form of its kind. */
export function exportsPath(search: { kind?: string; from?: string; to?: string } = {}): Route {
  return `/admin/exports${queryOf(search)}` as Route;
}

/** Files to import; `refused` is why the last one was not taken. */
export function settingsPath(search: { logo?: "saved" | "removed"; refused?: string } = {}): Route {
  return `/admin/settings${queryOf(search)}` as Route;
}

/** A picture that is or was the association's logo. */
export function logoPath(sha256: string): string {
  return `/api/logos/${sha256}`;
}

export function importsPath(
  search: { after?: string; refused?: string; kind?: string } = {},
): Route {
  return `/admin/imports${queryOf(search)}` as Route;
}

export function importRunPath(runId: string): Route {
  return `/admin/imports/${runId}` as Route;
}

export function importReportPath(runId: string): string {
  return `/admin/imports/${runId}/report`;
}

/** Staff's list of members, narrowed to those with what is typed and as the filters say. */
export function directorySearchPath(search: Record<string, string | undefined> = {}): Route {
  return `/admin/members${queryOf(search)}` as Route;
}

/** One member before staff. */
export function directoryPath(memberId: string): Route {
  return `/admin/members/${memberId}` as Route;
}

/** The events on a member's page, from one that was last on the page before. */
export function memberPlacesPath(memberId: string, after?: string): Route {
  return `${directoryPath(memberId)}${queryOf({ events: after })}#events` as Route;
}

export function directoryChangePath(memberId: string): Route {
  return `/admin/members/${memberId}/change` as Route;
}

/** Where another record of the same person is chosen, and the merge is looked at first. */
export function mergePath(memberId: string, search: { q?: string; other?: string } = {}): Route {
  return `/admin/members/${memberId}/merge${queryOf(search)}` as Route;
}

export function directoryLedgerPath(memberId: string, cycleId: string): Route {
  return `/admin/members/${memberId}/ledger/${cycleId}` as Route;
}

/** A download. */
export function documentPath(documentId: string): string {
  return `/api/documents/${documentId}`;
}

/** The page without privileges that draws PDFs, and the files of pdf.js beneath it. */
export const PDF_FRAME_PATH = "/api/pdf-frame";

/** Every credit of a member and what it does for a cycle. */
export function ledgerPath(
  cycleId: string,
  search: { reason?: string; after?: string; before?: string } = {},
): Route {
  return `/cecs/ledger/${cycleId}${queryOf(search)}` as Route;
}

/** An entry alone, as a transcript. */
export function entryTranscriptPath(entryId: string): string {
  return `/cecs/transcript/pdf?entry=${entryId}`;
}

/** A member's renewal and its four steps. */
export function renewalPath(renewalId: string): Route {
  return `/renewals/${renewalId}` as Route;
}

/** Every credit of the member and what it does for the renewal; `of`: those behind one figure. */
export function renewalLedgerPath(
  renewalId: string,
  search: { of?: string; after?: string; before?: string } = {},
): Route {
  return `/renewals/${renewalId}/ledger${queryOf(search)}` as Route;
}

/** Staff's list of renewals. */
export function adminRenewalsPath(search: Record<string, string | undefined> = {}): Route {
  return `/admin/renewals${queryOf(search)}` as Route;
}

/** The same before staff. */
export function adminRenewalPath(renewalId: string): Route {
  return `/admin/renewals/${renewalId}` as Route;
}

/** The audit of a renewal before its member; `wrong`: what became of an upload. */
export function ownAuditPath(
  renewalId: string,
  search: { wrong?: string; done?: "sent" | "removed" } = {},
): Route {
  return `/renewals/${renewalId}/audit${queryOf(search)}` as Route;
}

/** Everything about an audit as one ZIP, for its member and staff. */
export function auditPackPath(auditId: string): string {
  return `/api/credit-audits/${auditId}/pack`;
}

/** Staff's list of audits. */
export function auditsPath(search: { state?: string; draw?: string; after?: string } = {}): Route {
  return `/admin/renewals/audits${queryOf(search)}` as Route;
}

/** One audit before staff. */
export function auditPath(auditId: string, search: { done?: "now" } = {}): Route {
  return `/admin/renewals/audits/${auditId}${queryOf(search)}` as Route;
}

/** Where audits are drawn; with what was typed, the preview. */
export function drawPath(search: Record<string, string | undefined> = {}): Route {
  return `/admin/renewals/audits/draw${queryOf(search)}` as Route;
}

/** The draws so far, and one of them. */
export function selectionsPath(search: { after?: string } = {}): Route {
  return `/admin/renewals/audits/selections${queryOf(search)}` as Route;
}

export function selectionPath(selectionId: string): Route {
  return `/admin/renewals/audits/selections/${selectionId}` as Route;
}

/** What a draw was made from, as CSV: who has it and the seed can repeat the draw. */
export function selectionListPath(selectionId: string): string {
  return `/admin/renewals/audits/selections/${selectionId}/list`;
}

/** Where an administrator edits the text of a page. */
export function pageTextPath(name: string): Route {
  return `/admin/texts/${name}` as Route;
}

/** Step 2 of a renewal, for who comes back from a payment page: having paid, or having left it. */
export function paymentStepPath(renewalId: string, came: "made" | "left"): Route {
  return `${renewalPath(renewalId)}?payment=${came}#step-2` as Route;
}

/** A page of the test gateway; `step` is what its visitor comes to. */
export function testPagePath(pageId: string, step?: "authentication" | "declined"): Route {
  return `/payments/test/${pageId}${queryOf({ step })}` as Route;
}

/** The receipt of a paid invoice, as PDF. */
export function receiptPath(invoiceId: string): string {
  return `/purchases/${invoiceId}/receipt`;
}

/** What was paid, before administrators. */
export function adminPaymentsPath(search: Record<string, string | undefined> = {}): Route {
  return `/admin/payments${queryOf(search)}` as Route;
}

/** A payment before administrators. */
export function adminPaymentPath(paymentId: string): Route {
  return `/admin/payments/${paymentId}` as Route;
}

/** A member's own CEC Reporting Form. */
export function reportingFormPath(
  formId: string,
  search: { saved?: "now"; wrong?: string } = {},
): Route {
  return `/reporting-forms/${formId}${queryOf(search)}` as Route;
}

/** The page that a form is filled in or changed on. */
export function fillInFormPath(formId?: string): Route {
  return `/reporting-forms/new${queryOf({ form: formId })}` as Route;
}

export function reportingFormPdfPath(formId: string): string {
  return `/reporting-forms/${formId}/pdf`;
}

/** The same form before its local office. */
export function officeFormPath(formId: string): Route {
  return `/office/${formId}` as Route;
}

/** What a member submitted, before staff. */
export function reviewBatchPath(batchId: string): Route {
  return `/admin/review/batches/${batchId}` as Route;
}

/** A program before administrators: its names and rule versions. */
export function newProgramPath(): Route {
  return "/admin/programs/new" as Route;
}

export function programPath(code: string, search: { saved?: "now"; added?: "now" } = {}): Route {
  return `/admin/programs/${encodeURIComponent(code)}${queryOf(search)}` as Route;
}

/** The form of a new rule version; `from` is a preview whose terms it begins with. */
export function newVersionPath(code: string, search: { from?: string } = {}): Route {
  return `/admin/programs/${encodeURIComponent(code)}/new-version${queryOf(search)}` as Route;
}

/** What a rule version would do, before it is saved. */
export function rulePreviewPath(code: string, previewId: string): Route {
  return `/admin/programs/${encodeURIComponent(code)}/previews/${previewId}` as Route;
}

/** Staff's list of events, filtered. */
export function eventsDeskPath(search: Record<string, string | undefined> = {}): Route {
  return `/admin/events${queryOf(search)}` as Route;
}

/** One event before staff: how it is set up. `done`: what was just saved. */
export function eventDeskPath(eventId: string, search: { done?: string } = {}): Route {
  return `/admin/events/${eventId}${queryOf(search)}` as Route;
}

/** The forms of its set-up. */
export function eventChangePath(eventId: string): Route {
  return `/admin/events/${eventId}/change` as Route;
}

export function eventZonePath(eventId: string, search: { zone?: string } = {}): Route {
  return `/admin/events/${eventId}/zone${queryOf(search)}` as Route;
}

/** The form of a day; with what was typed, its confirm step. */
export function eventDayPath(
  eventId: string,
  dayId: string,
  typed: Record<string, string | undefined> = {},
): Route {
  return `/admin/events/${eventId}/days/${dayId || "new"}${queryOf(typed)}` as Route;
}

export function designationPath(eventId: string, designationId: string): Route {
  return `/admin/events/${eventId}/designations/${designationId}` as Route;
}

export function previewPath(eventId: string, who: "physician" | "other" = "physician"): Route {
  return `/admin/events/${eventId}/preview${queryOf({ for: who })}` as Route;
}

/** An event's registrations before staff, and one of them. */
export function placesPath(
  eventId: string,
  search: Record<string, string | undefined> = {},
): Route {
  return `/admin/events/${eventId}/registrations${queryOf(search)}` as Route;
}

export function placePath(eventId: string, registrationId: string): Route {
  return `/admin/events/${eventId}/registrations/${registrationId}` as Route;
}

export function exceptionsPath(eventId: string, search: { after?: string } = {}): Route {
  return `/admin/events/${eventId}/exceptions${queryOf(search)}` as Route;
}

/** Who has not claimed an event that has ended, and how a run of reminders goes. */
export function unclaimedPath(
  eventId: string,
  search: { after?: string; run?: string } = {},
): Route {
  return `/admin/events/${eventId}/unclaimed${queryOf(search)}` as Route;
}

/** Onsite declarations that wait, of all events or one. */
export function onsitePath(search: { event?: string; after?: string } = {}): Route {
  return `/admin/events/onsite${queryOf(search)}` as Route;
}

/** The providers that administrators keep, by name. */
export function providersPath(search: { q?: string; after?: string } = {}): Route {
  return `/admin/programs/providers${queryOf(search)}` as Route;
}

/** "?format=Teaching&year=2026"; empty without a value. */
export function queryOf(search: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value) query.set(name, value);
  return query.size > 0 ? `?${query}` : "";
}
