import { saveBatch } from "@/lib/batches/commands";
import { db } from "@/lib/db";
import { beginRun } from "@/lib/import-runs/commands";
import { MACHINE } from "@/lib/members/rules";
import { ruleTermsSchema } from "@/lib/programs/schema";
import { addFormDocument } from "@/lib/reporting-forms/commands";
import { draftOf } from "@/lib/rule-drafts/rules";
import { startPreview } from "@/lib/rule-previews/commands";
import { SHIPPED } from "@/tests/unit/programs/shipped";
import { aCreditAudit } from "./a-credit-audit";
import { FOR_PHYSICIANS } from "./a-designation";
import { invoiceOf, open } from "./a-payment";
import { INVOICED_AT } from "./a-renewal";
import { aProof } from "./a-report";
import { aForm, anOffice, aRenewingManager, aSentForm, aSignedClass } from "./a-reporting-form";
import { aRequest } from "./a-request";
import { anEntry } from "./an-entry";
import { anIssuedCertificate } from "./an-issued-certificate";
import { aStaffMember } from "./staff";

/**
 * A row for every address of staff and officers that names one, of members who are none of them: an
 * address whose row is missing here would be "not found" whoever asks.
 */
export async function aDesk() {
  const { office, officer } = await anOffice();
  const manager = await aRenewingManager(office);
  const claim = await anIssuedCertificate({ event: { designations: [FOR_PHYSICIANS] } });
  return {
    office,
    officer,
    manager,
    claim,
    rows: {
      ...(await rowsOfClaim(claim.claim)),
      ...(await rowsOfRenewal(manager, officer)),
      ...(await rowsOfPanel()),
      ...(await rowsOfAudit()),
    } as Record<string, string>,
  };
}

type Claim = Awaited<ReturnType<typeof anIssuedCertificate>>["claim"];
type Manager = Awaited<ReturnType<typeof aRenewingManager>>;

async function rowsOfClaim(claim: Claim) {
  const { event, member } = claim;
  const { id: designationId } = await db.designation.findFirstOrThrow({
    where: { eventId: event.id },
  });
  const entry = await anEntry(member);
  const { id: auditId } = await db.auditEntry.findFirstOrThrow({ where: { actorId: member.id } });
  const at = `/admin/events/${event.id}`;
  return {
    "/admin/corrections/[requestId]": `/admin/corrections/${await aRequest(claim)}`,
    "/admin/corrections/claim/[registrationId]": `/admin/corrections/claim/${claim.id}`,
    "/admin/corrections/entry/[entryId]": `/admin/corrections/entry/${entry.id}`,
    "/admin/review/[entryId]": `/admin/review/${entry.id}`,
    "/admin/members/[memberId]": `/admin/members/${member.id}`,
    "/admin/members/[memberId]/change": `/admin/members/${member.id}/change`,
    "/admin/members/[memberId]/merge": `/admin/members/${member.id}/merge`,
    "/admin/audit/[entryId]": `/admin/audit/${auditId}`,
    "/admin/events/[eventId]": at,
    ...Object.fromEntries(
      ["change", "exceptions", "preview", "preview/pdf", "unclaimed", "zone"]
        .concat("registrations", "registrations/new")
        .map((part) => [`/admin/events/[eventId]/${part}`, `${at}/${part}`]),
    ),
    "/admin/events/[eventId]/days/[dayId]": `${at}/days/${event.days[0]?.id}`,
    "/admin/events/[eventId]/designations/[designationId]": `${at}/designations/${designationId}`,
    "/admin/events/[eventId]/registrations/[registrationId]": `${at}/registrations/${claim.id}`,
  };
}

async function rowsOfRenewal(manager: Manager, officer: Parameters<typeof aSignedClass>[1]) {
  const { actor, member, renewalId, cycles } = manager;
  const signed = await aSignedClass(manager, officer, 8);
  const submitted = {
    renewalId,
    forms: [signed.id],
    act: "submit" as const,
    attested: "on" as const,
  };
  await saveBatch(actor, submitted, INVOICED_AT);
  const { id: batchId } = await db.batch.findUniqueOrThrow({ where: { renewalId } });
  const invoice = await invoiceOf(renewalId);
  await open({ id: renewalId, member });
  const payment = await db.payment.findFirstOrThrow({ where: { invoiceId: invoice.id } });
  const documentId = (await aProof(actor)).id;
  const draft = await aForm(actor);
  await addFormDocument(actor, { formId: draft.id, documentId }, INVOICED_AT);
  const sent = await aSentForm(actor, { title: "A class to verify" });
  return {
    "/admin/review/batches/[batchId]": `/admin/review/batches/${batchId}`,
    "/admin/renewals/[renewalId]": `/admin/renewals/${renewalId}`,
    "/admin/payments/[paymentId]": `/admin/payments/${payment.id}`,
    "/admin/members/[memberId]/ledger/[cycleId]": `/admin/members/${member.id}/ledger/${cycles[0]?.id}`,
    "/office/[formId]": `/office/${sent.id}`,
    "/reporting-forms/[formId]/pdf": `/reporting-forms/${sent.id}/pdf`,
    "/api/documents/[documentId]": `/api/documents/${documentId}`,
  };
}

async function rowsOfAudit() {
  const { auditId } = await aCreditAudit();
  const { selectionId } = await db.creditAudit.findUniqueOrThrow({ where: { id: auditId } });
  const at = "/admin/renewals/audits";
  return {
    "/admin/renewals/audits/[auditId]": `${at}/${auditId}`,
    "/admin/renewals/audits/selections/[selectionId]": `${at}/selections/${selectionId}`,
    "/admin/renewals/audits/selections/[selectionId]/list": `${at}/selections/${selectionId}/list`,
  };
}

/** What stands on no member's record. */
async function rowsOfPanel() {
  const staff = await aStaffMember();
  const file = { kind: "providers", fileName: "providers.csv" } as const;
  const runId = await beginRun(staff, file, new Date());
  const terms = ruleTermsSchema.parse(SHIPPED[0]?.versions[0]?.terms);
  const code = SHIPPED[0]?.code ?? "";
  // A year that no other test's rules reach.
  const previewId = await startPreview(MACHINE, draftOf(code, "2091-01-01", terms), new Date());
  const program = `/admin/programs/${encodeURIComponent(code)}`;
  return {
    "/admin/imports/[runId]": `/admin/imports/${runId}`,
    "/admin/imports/[runId]/report": `/admin/imports/${runId}/report`,
    "/admin/exports/[kind]": "/admin/exports/members",
    "/admin/texts/[name]": "/admin/texts/requirements",
    "/admin/programs/[code]": program,
    "/admin/programs/[code]/new-version": `${program}/new-version`,
    "/admin/programs/[code]/previews/[previewId]": `${program}/previews/${previewId}`,
  };
}
