import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { dateOf, dayOf, todayIn } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { attachToForm, detachFromForm } from "@/lib/documents/commands";
import { MOST_DOCUMENTS } from "@/lib/documents/rules";
import { DomainError, notFoundError, refusalOfFields } from "@/lib/errors";
import { type MemberActor, REFUSAL_OF_RETIRED } from "@/lib/members/rules";
import { tellOfficers } from "@/lib/reporting-forms/letters";
import { holdForm, lockForm, voidSignature } from "@/lib/reporting-forms/lock";
import {
  contentOf,
  findForm,
  listRenewalWindows,
  type ReportingForm,
} from "@/lib/reporting-forms/queries";
import {
  creditsOf,
  refusalOfDay,
  refusalOfUnopened,
  refusalsOfTimes,
  SAVED_ALREADY,
} from "@/lib/reporting-forms/rules";
import type { FormActInput, FormDocument, SaveForm } from "@/lib/reporting-forms/schema";
import { OTHER_PROVIDER, USUAL_CREDIT_TYPE } from "@/lib/reports/rules";
import { findSettings } from "@/lib/settings/queries";
import { contentHash } from "@/lib/signatures/rules";
import { isTaken } from "@/lib/taken";

/**
 * Saves the member's form. Credits are reckoned from the times. Another content than before takes the
 * form back from the local office and voids its signature.
 */
export async function saveForm(actor: MemberActor, input: SaveForm, now: Date) {
  const { memberId } = actor;
  const { formId, version } = input;
  const content = await judgeForm(actor, input, now);
  const said = { ...content, savedAt: now };
  try {
    await db.$transaction(async (tx) => {
      if (version === 0) {
        const form = { id: formId, memberId, ...said, createdAt: now };
        await tx.reportingForm.create({ data: form, select: { id: true } });
        return recordAct(tx, actor, "filled in a reporting form", formId, content, now);
      }
      // Saved as it was, it is the form that the office looks at: its version stays.
      if (saysSame(await holdForm(tx, actor, formId), content)) return;
      const form = await lockForm(tx, actor, { formId, version }, "save");
      await voidSignature(tx, formId, now);
      await tx.reportingForm.update({
        where: { id: formId },
        data: { ...said, sentAt: null },
        select: { id: true },
      });
      const voided = form.signature !== null;
      await recordAct(tx, actor, "changed a reporting form", formId, content, now, { voided });
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    const saved = await findForm(memberId, formId);
    if (!saved) throw notFoundError();
    // The same form sent twice is one; what was changed after going back is not dropped silently.
    if (!saysSame(saved, content)) {
      throw new DomainError("conflict", SAVED_ALREADY);
    }
  }
}

function saysSame(form: ReportingForm, content: Said): boolean {
  const { id, memberId } = form;
  const stands = contentOf({ ...form, earnedOn: dateOf(form.earnedOn) });
  return contentHash(stands) === contentHash(contentOf({ id, memberId, ...content }));
}

/** Everything that is wrong with the form at once, or what it says as the tables keep it. */
async function judgeForm({ memberId }: MemberActor, input: SaveForm, now: Date) {
  const [{ timeZone }, windows, creditType, format, provider, { retiredAt }] = await Promise.all([
    findSettings(),
    listRenewalWindows(memberId, now),
    db.creditType.findUniqueOrThrow({ where: { name: USUAL_CREDIT_TYPE } }),
    db.format.findFirst({
      where: { name: input.category, formPosition: { not: null } },
      select: { name: true },
    }),
    findProvider(input.provider),
    db.member.findUniqueOrThrow({ where: { id: memberId }, select: { retiredAt: true } }),
  ]);
  if (retiredAt) throw new DomainError("invalid", REFUSAL_OF_RETIRED);
  const { earnedOn, starts, ends, breakMinutes, title, description } = input;
  const wrongDay = refusalOfDay(earnedOn, windows, todayIn(timeZone, now));
  const refusals = {
    ...(wrongDay && { earnedOn: wrongDay }),
    ...(format ? {} : { category: "Choose a category from the list." }),
    ...refusalsOfTimes({ starts, ends, breakMinutes }, creditType),
    ...(provider === undefined && { provider: "Choose an organization from the list, or Other." }),
  };
  if (Object.keys(refusals).length > 0) throw refusalOfFields(refusals);
  return {
    earnedOn: dateOf(earnedOn),
    starts,
    ends,
    breakMinutes,
    credits: creditsOf({ starts, ends, breakMinutes }, creditType),
    creditTypeName: creditType.name,
    formatName: input.category,
    title,
    providerId: provider ?? null,
    providerOther: provider ? null : input.providerOther,
    description,
  };
}

/** Null: another one, by its name; undefined: there is no such choice. */
async function findProvider(chosen: string): Promise<string | null | undefined> {
  if (chosen === OTHER_PROVIDER) return null;
  const providers = await db.provider.findMany({ select: { id: true } });
  return providers.find(({ id }) => id === chosen)?.id;
}

/** The member sends the form to the local office. */
export async function sendForm(actor: MemberActor, input: FormActInput, now: Date) {
  const windows = await listRenewalWindows(actor.memberId, now);
  await db.$transaction(async (tx) => {
    const form = await lockForm(tx, actor, input, "send");
    const refusal = refusalOfUnopened(form.earnedOn, windows);
    if (refusal) throw new DomainError("conflict", refusal);
    const { localOfficeId } = await tx.member.findUniqueOrThrow({
      where: { id: form.memberId },
      select: { localOfficeId: true },
    });
    if (!localOfficeId) {
      const message =
        "No local office is on file for you. Ask the association to enter it, or upload the form signed on paper.";
      throw new DomainError("invalid", message);
    }
    await tx.reportingForm.update({
      where: { id: form.id },
      data: { sentAt: now, returnedAt: null, returnNote: null },
      select: { id: true },
    });
    const told = { act: "sent a reporting form", subject: "reporting form", subjectId: form.id };
    await recordAudit(tx, { actor, ...told, facts: { office: localOfficeId } }, now);
    await tellOfficers(tx, form, localOfficeId, now);
  });
}

/** The member takes the form back for good; a line that was sent back leaves its batch with it. */
export async function withdrawForm(actor: MemberActor, input: FormActInput, now: Date) {
  await db.$transaction(async (tx) => {
    const form = await lockForm(tx, actor, input, "withdraw");
    await voidSignature(tx, form.id, now);
    await tx.batchLine.deleteMany({ where: { formId: form.id, submittedIn: null } });
    await tx.reportingForm.update({
      where: { id: form.id },
      data: { withdrawnAt: now, sentAt: null },
      select: { id: true },
    });
    const told = { act: "withdrew a reporting form", subject: "reporting form" };
    await recordAudit(tx, { actor, ...told, subjectId: form.id }, now);
  });
}

/** An upload of the member's goes with the form. It is not part of what the office signs. */
export async function addFormDocument(
  actor: MemberActor,
  { formId, documentId }: FormDocument,
  now: Date,
) {
  await db.$transaction(async (tx) => {
    const form = await holdForm(tx, actor, formId);
    if (form.documents.length >= MOST_DOCUMENTS) {
      throw new DomainError("invalid", `Keep at most ${MOST_DOCUMENTS} documents.`, "documents");
    }
    await attachToForm(tx, actor.memberId, documentId, formId);
    const told = { act: "added a document", subject: "reporting form", subjectId: formId };
    await recordAudit(tx, { actor, ...told, facts: { document: documentId } }, now);
  });
}

export async function removeFormDocument(
  actor: MemberActor,
  { formId, documentId }: FormDocument,
  now: Date,
) {
  await db.$transaction(async (tx) => {
    await holdForm(tx, actor, formId);
    await detachFromForm(tx, actor.memberId, documentId, formId);
    const told = { act: "removed a document", subject: "reporting form", subjectId: formId };
    await recordAudit(tx, { actor, ...told, facts: { document: documentId } }, now);
  });
}

type Said = Awaited<ReturnType<typeof judgeForm>>;

async function recordAct(
  tx: Tx,
  actor: MemberActor,
  act: string,
  subjectId: string,
  said: Said,
  now: Date,
  more: Record<string, boolean> = {},
) {
  const { title, description, providerOther, earnedOn, ...facts } = said;
  await recordAudit(
    tx,
    {
      actor,
      act,
      subject: "reporting form",
      subjectId,
      facts: { ...facts, earnedOn: dayOf(earnedOn), ...more },
      personal: { title, description, providerOther },
    },
    now,
  );
}
