import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { dateOf, formatInstant, formatLongDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { db, type Tx } from "@/lib/db";
import { attachToForm } from "@/lib/documents/commands";
import { publicUrl } from "@/lib/env";
import { DomainError, notFoundError } from "@/lib/errors";
import { type Actor, type MemberActor, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { formReturned } from "@/lib/messages/templates/form-returned";
import { formSigned } from "@/lib/messages/templates/form-signed";
import { lockForm } from "@/lib/reporting-forms/lock";
import { contentOf, listRenewalWindows, type ReportingForm } from "@/lib/reporting-forms/queries";
import { refusalOfUnopened } from "@/lib/reporting-forms/rules";
import type { FormActInput } from "@/lib/reporting-forms/schema";
import { findSettings } from "@/lib/settings/queries";
import { findFormAtOffice, findOffice, wasSentTo } from "@/lib/signatures/queries";
import { ATTESTATION, contentHash, PAPER_ATTESTATION, TAKEN_BACK } from "@/lib/signatures/rules";
import type { ReturnForm, SignForm, SignOnPaper } from "@/lib/signatures/schema";

/** An officer of the member's local office signs the form as it was looked at: once. The member is told. */
export async function signForm(actor: Actor, input: SignForm, now: Date) {
  try {
    await db.$transaction((tx) => writeSignature(tx, actor, input, now));
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== "conflict") throw error;
    // The same button pressed twice: what it asked for is done.
    if (!(await isSignedSo(actor, input))) throw error;
  }
}

async function writeSignature(tx: Tx, actor: Actor, input: SignForm, now: Date) {
  const { form, office } = await takeForm(tx, actor, input, {});
  const windows = await listRenewalWindows(form.memberId, now, tx);
  const refusal = refusalOfUnopened(form.earnedOn, windows);
  // It may have lain in the queue while its member's renewal was completed.
  if (refusal) throw new DomainError("conflict", `${refusal} Send it back to its member.`);
  const { id } = await tx.formSignature.create({
    data: {
      formId: form.id,
      formVersion: input.version,
      contentHash: hashOf(form),
      officeId: office.id,
      officerId: actor.memberId,
      name: input.name,
      attestation: ATTESTATION,
      signedAt: now,
    },
    select: { id: true },
  });
  const told = { act: "signed a reporting form", subject: "reporting form", subjectId: form.id };
  const facts = { signature: id, version: input.version, office: office.id };
  await recordAudit(tx, { actor, ...told, facts, personal: { name: input.name } }, now);
  await tellMember(tx, form, formSigned, { office: office.name, note: "" }, now);
}

/** An officer sends the form back to its member with a note. */
export async function returnForm(actor: Actor, input: ReturnForm, now: Date) {
  await db.$transaction(async (tx) => {
    const back = { returnedAt: now, returnNote: input.note };
    const { form, office } = await takeForm(tx, actor, input, back);
    const told = { act: "returned a reporting form", subject: "reporting form" };
    const facts = { office: office.id };
    const personal = { note: input.note };
    await recordAudit(tx, { actor, ...told, subjectId: form.id, facts, personal }, now);
    await tellMember(tx, form, formReturned, { office: office.name, note: input.note }, now);
  });
}

/** The member uploaded the form signed on paper: it goes the same way, and is marked so. */
export async function signOnPaper(actor: MemberActor, input: SignOnPaper, now: Date) {
  const windows = await listRenewalWindows(actor.memberId, now);
  await db.$transaction(async (tx) => {
    const form = await lockForm(tx, actor, input, "sign on paper");
    const refusal = refusalOfUnopened(form.earnedOn, windows);
    if (refusal) throw new DomainError("conflict", refusal);
    await attachToForm(tx, actor.memberId, input.documentId, form.id);
    const { localOfficeId } = await tx.member.findUniqueOrThrow({
      where: { id: actor.memberId },
      select: { localOfficeId: true },
    });
    await tx.reportingForm.update({
      where: { id: form.id },
      data: { sentAt: null, returnedAt: null, returnNote: null },
      select: { id: true },
    });
    const { id } = await tx.formSignature.create({
      data: {
        formId: form.id,
        formVersion: input.version,
        contentHash: hashOf(form),
        officeId: localOfficeId,
        name: input.name,
        attestation: PAPER_ATTESTATION,
        signedAt: now,
        scanId: input.documentId,
      },
      select: { id: true },
    });
    const told = { act: "uploaded a signed form", subject: "reporting form", subjectId: form.id };
    const facts = { signature: id, scan: input.documentId };
    await recordAudit(tx, { actor, ...told, facts, personal: { name: input.name } }, now);
  });
}

type AtOffice = NonNullable<Awaited<ReturnType<typeof findFormAtOffice>>>;

/** The form leaves the office's queue: for one officer of the member's office, and as it was looked at. */
async function takeForm(
  tx: Tx,
  actor: Actor,
  { formId, version }: FormActInput,
  change: { returnedAt?: Date; returnNote?: string },
) {
  const office = await findOffice(actor, tx);
  if (!office) throw notFoundError();
  const seen = await findFormAtOffice(office.id, formId, tx);
  if (!seen) {
    if (await wasSentTo(office.id, formId, tx)) throw new DomainError("conflict", TAKEN_BACK);
    throw notFoundError();
  }
  if (seen.memberId === actor.memberId) throw new DomainError("invalid", REFUSAL_OF_OWN);
  const { count } = await tx.reportingForm.updateMany({
    where: { id: formId, version, sentAt: { not: null }, withdrawnAt: null },
    data: { version: { increment: 1 }, sentAt: null, ...change },
  });
  if (count === 0) throw await toldMeanwhile(await findFormAtOffice(office.id, formId, tx));
  // Versions only grow, so what was read before the lock is what stands under it.
  return { form: seen, office };
}

/** Whether this officer signed this version with this name. */
async function isSignedSo(actor: Actor, { formId, version, name }: SignForm) {
  if (actor.memberId === null) return false;
  const officerId = actor.memberId;
  const signature = { formId, formVersion: version, officerId, name, voidedAt: null };
  return (await db.formSignature.count({ where: signature })) > 0;
}

async function toldMeanwhile(form: AtOffice | null) {
  const { timeZone } = await findSettings();
  const signature = form?.signature;
  if (signature) {
    const at = formatInstant(signature.signedAt, timeZone);
    return new DomainError("conflict", `${signature.name} signed this form on ${at}.`);
  }
  if (form?.returnedAt) {
    const at = formatInstant(form.returnedAt, timeZone);
    return new DomainError("conflict", `A colleague sent this form back on ${at}.`);
  }
  return new DomainError(
    "conflict",
    form?.sentAt
      ? "The member changed this form meanwhile. Read it as it stands now before you sign it."
      : TAKEN_BACK,
  );
}

function hashOf(
  form: Pick<ReportingForm, "earnedOn"> &
    Omit<ReportingForm, "earnedOn" | "documents" | "scan" | "line">,
) {
  return contentHash(contentOf({ ...form, earnedOn: dateOf(form.earnedOn) }));
}

async function tellMember(
  tx: Tx,
  form: AtOffice,
  template: typeof formSigned | typeof formReturned,
  { office, note }: { office: string; note: string },
  now: Date,
) {
  const settings = await findSettings();
  const member = await tx.member.findUniqueOrThrow({
    where: { id: form.memberId },
    select: { firstName: true, email: true },
  });
  const letter = template(settings, {
    firstName: member.firstName,
    office,
    title: form.title,
    earnedOn: formatLongDay(form.earnedOn),
    credits: printCredits(form.credits),
    note,
    formUrl: `${publicUrl()}/reporting-forms/${form.id}`,
  });
  const kind = template === formSigned ? "form_signed" : "form_returned";
  await queueMessage(
    tx,
    { ...letter, kind, memberId: form.memberId, toAddress: member.email },
    now,
  );
}
