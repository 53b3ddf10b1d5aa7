import "server-only";
import { renewalPath, reportingFormPath } from "@/lib/addresses";
import { recordAudit } from "@/lib/audit/commands";
import { LINE_WORDS, refusalOfLineAct } from "@/lib/batches/rules";
import { dateOf, formatInstant, formatLongDay, todayIn } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { db, type Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { DomainError, notFoundError } from "@/lib/errors";
import type { DecideLines } from "@/lib/line-decisions/schema";
import type { Actor } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { formDecided } from "@/lib/messages/templates/form-decided";
import { settleRenewal } from "@/lib/renewals/commands";
import { lockAnyRenewal, lockOpenRenewalsBeside } from "@/lib/renewals/lock";
import type { MemberRenewal } from "@/lib/renewals/queries";
import { findForm, type ReportingForm } from "@/lib/reporting-forms/queries";
import { may } from "@/lib/roles/rules";
import { readSettings } from "@/lib/settings/queries";
import type { LineVerdict } from "@/prisma/generated/enums";

type Decision = { lineId: string; version: number; verdict: LineVerdict; note: string };

/**
 * Staff decide about lines of a batch, each on its own: one that is refused holds up no other. Throws
 * with a sentence for each refused line when there is one.
 */
export async function decideLines(actor: Actor, input: DecideLines, now: Date) {
  if (!may(actor, "review credit")) throw notFoundError();
  const { batchId, verdict, note } = input;
  const refusals: Record<string, string> = {};
  for (const { id: lineId, version } of input.lines) {
    try {
      await decideLine(actor, batchId, { lineId, version, verdict, note }, now);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === "not-found") throw error;
      refusals[lineId] = error.message;
    }
  }
  const [[field, message] = [], ...others] = Object.entries(refusals);
  if (field && message) {
    throw new DomainError("conflict", message, field, Object.fromEntries(others));
  }
}

const ACTS = {
  approve: "approved a reporting form",
  return: "sent back a reporting form",
  reject: "rejected a reporting form",
} as const;

/** One line, once: an approval puts its credit on the record and renews what it completes. */
async function decideLine(actor: Actor, batchId: string, decision: Decision, now: Date) {
  const { lineId, version, verdict, note } = decision;
  await db.$transaction(async (tx) => {
    const found = await tx.batchLine.findFirst({
      where: { id: lineId, batchId },
      select: { formId: true, batch: { select: { renewalId: true } } },
    });
    if (!found) throw notFoundError();
    if (verdict === "approve") await lockOpenRenewalsBeside(tx, found.batch.renewalId);
    const renewal = await lockAnyRenewal(tx, actor, "review credit", found.batch.renewalId);
    const form = await findForm(renewal.memberId, found.formId, tx);
    if (!form?.line) throw notFoundError();
    const refusal = await refusalOfDecision(tx, form, decision);
    if (refusal) throw new DomainError("conflict", refusal);
    const entryId = verdict === "approve" ? await makeEntry(tx, form, now) : null;
    await tx.lineDecision.create({
      data: {
        lineId,
        version,
        verdict,
        note,
        decidedById: actor.memberId,
        decidedAt: now,
        entryId,
      },
      select: { id: true },
    });
    await tx.batchLine.update({
      where: { id: lineId },
      data: { awaitsSince: null },
      select: { id: true },
    });
    const told = { act: ACTS[verdict], subject: "reporting form", subjectId: form.id };
    const facts = { batch: batchId, version, entry: entryId };
    await recordAudit(tx, { actor, ...told, facts, personal: { note } }, now);
    await tellMember(tx, renewal, form, decision, now);
    if (entryId) await settleRenewal(tx, renewal.id, now);
  });
}

/** Why nothing is decided: a colleague did, or it is not what was looked at. */
async function refusalOfDecision(tx: Tx, form: ReportingForm, { version, verdict }: Decision) {
  const { line, signature, title } = form;
  if (!line) return null;
  const { decision } = line;
  if (decision && line.submittedIn === version) {
    const { timeZone } = await readSettings(tx);
    const at = formatInstant(decision.decidedAt, timeZone);
    return `A colleague decided meanwhile: “${title}” is ${LINE_WORDS[line.state]} since ${at}.`;
  }
  if (line.submittedIn !== version) {
    return `“${title}” was submitted again meanwhile. Look at it as it stands now.`;
  }
  if (verdict === "approve" && !signature?.isUnchanged) {
    return `“${title}” is not what the local office signed. Send it back.`;
  }
  return refusalOfLineAct(line.state, verdict);
}

/** The credit of an approved form, with its documents. */
async function makeEntry(tx: Tx, form: ReportingForm, now: Date): Promise<string> {
  const { timeZone } = await readSettings(tx);
  const { id } = await tx.creditEntry.create({
    data: {
      memberId: form.memberId,
      source: "reporting_form",
      earnedOn: dateOf(form.earnedOn),
      reportedOn: dateOf(todayIn(timeZone, now)),
      formatName: form.formatName,
      credits: form.credits,
      creditTypeName: form.creditTypeName,
      providerId: form.providerId,
      providerOther: form.providerOther,
      title: form.title,
      createdAt: now,
      acceptedAt: now,
    },
    select: { id: true },
  });
  await tx.document.updateMany({ where: { formId: form.id }, data: { entryId: id } });
  return id;
}

async function tellMember(
  tx: Tx,
  { id, memberId, member }: MemberRenewal,
  form: ReportingForm,
  { verdict, note }: Decision,
  now: Date,
) {
  const letter = formDecided(await readSettings(tx), {
    firstName: member.firstName,
    verdict,
    title: form.title,
    earnedOn: formatLongDay(form.earnedOn),
    credits: printCredits(form.credits),
    note,
    formUrl: `${publicUrl()}${reportingFormPath(form.id)}`,
    renewalUrl: `${publicUrl()}${renewalPath(id)}`,
  });
  const mail = { kind: "form_decided", memberId, toAddress: member.email } as const;
  await queueMessage(tx, { ...letter, ...mail }, now);
}
