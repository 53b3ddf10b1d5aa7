import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { accepts, type BatchForm, findCover, isReady, listBatchForms } from "@/lib/batches/queries";
import {
  BATCH_ATTESTATION,
  refusalOfBatchAct,
  refusalOfCover,
  stateOfBatch,
} from "@/lib/batches/rules";
import type { SaveBatch } from "@/lib/batches/schema";
import { dayOf, formatInstant, formatLongDay, todayIn } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import type { MemberActor } from "@/lib/members/rules";
import { lockRenewal } from "@/lib/renewals/lock";
import type { MemberRenewal } from "@/lib/renewals/queries";
import { readSettings } from "@/lib/settings/queries";

/**
 * Keeps what the member chose to submit with the renewal, and submits it where that is asked: whole, or
 * not at all while it leaves something outstanding. A refused submission stays a draft.
 */
export async function saveBatch(actor: MemberActor, input: SaveBatch, now: Date) {
  const refusal = await db.$transaction(async (tx) => {
    const renewal = await lockRenewal(tx, actor, input.renewalId);
    const batch = await tx.batch.upsert({
      where: { renewalId: renewal.id },
      create: { renewalId: renewal.id, createdAt: now },
      update: {},
      select: { id: true, version: true },
    });
    await choose(tx, renewal, batch.id, input.forms);
    if (input.act === "save") return null;
    return submit(tx, actor, { renewal, batch }, now);
  });
  // Said after the draft is kept.
  if (refusal) throw new DomainError("conflict", refusal);
}

/** The forms that are in the batch beside those that staff have or had: exactly those chosen. */
async function choose(tx: Tx, renewal: MemberRenewal, batchId: string, chosen: readonly string[]) {
  // A form that is changed meanwhile waits for us, or we for it, and is then seen as it stands.
  await tx.$queryRaw`
    SELECT id FROM reporting_forms WHERE member_id = ${renewal.memberId}::uuid
      AND (id = ANY(${[...chosen]}::uuid[]) OR id IN
        (SELECT form_id FROM batch_lines WHERE batch_id = ${batchId}::uuid))
      ORDER BY id FOR UPDATE`;
  const forms = await listBatchForms(renewal, tx);
  const refusal = refusalOfBatchAct(stateOf(forms), "choose");
  if (refusal) throw new DomainError("conflict", refusal, "forms");
  const wanted = new Set(chosen);
  const left = forms.filter(({ id, lineState }) => lineState === "chosen" && !wanted.has(id));
  await tx.batchLine.deleteMany({
    where: { batchId, formId: { in: left.map(({ id }) => id) }, submittedIn: null },
  });
  const added: string[] = [];
  for (const formId of wanted) {
    const form = forms.find(({ id }) => id === formId);
    if (!form) throw await refusalOfUnknown(tx, renewal.memberId, formId);
    if (form.lineState !== null) continue;
    if (form.refusal) throw new DomainError("invalid", form.refusal, "forms");
    added.push(formId);
  }
  await tx.batchLine.createMany({ data: added.map((formId) => ({ batchId, formId })) });
}

/** Not the member's: not there. Theirs, but no longer to be chosen: said so. */
async function refusalOfUnknown(tx: Tx, memberId: string, id: string) {
  const form = await tx.reportingForm.findFirst({
    where: { id, memberId },
    select: {
      title: true,
      withdrawnAt: true,
      line: { select: { batch: { select: { renewal: { select: { dueOn: true } } } } } },
    },
  });
  if (!form) return notFoundError();
  const { title, withdrawnAt, line } = form;
  const message = withdrawnAt
    ? `“${title}” is withdrawn, so it can't be submitted.`
    : line
      ? `“${title}” goes with your renewal due on ${formatLongDay(dayOf(line.batch.renewal.dueOn))}, so it can't be submitted here too.`
      : `“${title}” is not signed as it stands, so it can't be submitted.`;
  return new DomainError("conflict", message, "forms");
}

function stateOf(forms: readonly BatchForm[]) {
  return stateOfBatch(forms.flatMap(({ lineState }) => lineState ?? []));
}

type Submitting = { renewal: MemberRenewal; batch: { id: string; version: number } };

/** Why nothing was submitted; null: it was. */
async function submit(
  tx: Tx,
  actor: MemberActor,
  { renewal, batch }: Submitting,
  now: Date,
): Promise<string | null> {
  const { timeZone } = await readSettings(tx);
  const today = todayIn(timeZone, now);
  const forms = await listBatchForms(renewal, tx);
  const ready = forms.filter(isReady);
  const counted = forms.filter((form) => form.lineState === "awaiting" || isReady(form));
  const ids = counted.map(({ id }) => id);
  const { cover } = await findCover(renewal, ids, today, tx);
  const refusal =
    refusalOfRenewal(renewal, today) ??
    forms.find((form) => form.lineState === "chosen" && form.refusal)?.refusal ??
    (cover.outstanding === 0
      ? "Nothing is outstanding, so nothing needs to be submitted."
      : refusalOfBatchAct(stateOf(forms), "submit")) ??
    (await refusalOfNothing(tx, batch.id, { ready, timeZone })) ??
    refusalOfCover(cover);
  if (refusal) return refusal;
  const number = batch.version + 1;
  await tx.batch.update({ where: { id: batch.id }, data: { version: number } });
  const attestation = BATCH_ATTESTATION;
  const lines = ready.map(snapshotOf);
  await tx.batchVersion.create({
    data: { batchId: batch.id, number, attestation, submittedAt: now, lines },
  });
  await tx.batchLine.updateMany({
    where: { batchId: batch.id, formId: { in: ready.map(({ id }) => id) } },
    data: { submittedIn: number, awaitsSince: now },
  });
  const told = { act: "submitted a batch", subject: "renewal", subjectId: renewal.id };
  const facts = { batch: batch.id, version: number, forms: ready.map(({ id }) => id) };
  await recordAudit(tx, { actor, ...told, facts }, now);
  return null;
}

function refusalOfRenewal(renewal: MemberRenewal, today: string): string | null {
  if (renewal.renewedAt) return "This renewal is complete, so nothing needs to be submitted.";
  if (renewal.lapsesOn && renewal.lapsesOn <= today) {
    return "This renewal has lapsed, so nothing can be submitted for it.";
  }
  return accepts(renewal, "reporting_form")
    ? null
    : "Your credentials are not renewed by reporting forms. Report your CECs instead.";
}

async function refusalOfNothing(
  tx: Tx,
  batchId: string,
  { ready, timeZone }: { ready: BatchForm[]; timeZone: string },
): Promise<string | null> {
  if (ready.length > 0) return null;
  const last = await tx.batchVersion.findFirst({
    where: { batchId, batch: { lines: { some: { awaitsSince: { not: null } } } } },
    orderBy: { number: "desc" },
    select: { number: true, submittedAt: true },
  });
  if (!last) return "Choose the signed forms that you submit.";
  const at = formatInstant(last.submittedAt, timeZone);
  return `Your CECs were submitted on ${at}, as version ${last.number}.`;
}

/** A line as it was submitted. */
function snapshotOf(form: BatchForm) {
  const { id, version, earnedOn, starts, ends, breakMinutes, credits, title, signature } = form;
  return {
    formId: id,
    formVersion: version,
    contentHash: signature?.contentHash ?? null,
    signatureId: signature?.id ?? null,
    earnedOn,
    starts,
    ends,
    breakMinutes,
    credits,
    category: form.formatName,
    organization: form.organization,
    title,
    description: form.description,
  };
}
