import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { LINE_WORDS, refusalOfLineAct } from "@/lib/batches/rules";
import { dateOf, formatInstant, todayIn } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { tellDecided } from "@/lib/line-decisions/letters";
import type { DecideLines } from "@/lib/line-decisions/schema";
import type { Actor } from "@/lib/members/rules";
import { settleRenewal } from "@/lib/renewals/commands";
import { lockAnyRenewal, lockOpenRenewalsBeside } from "@/lib/renewals/lock";
import type { MemberRenewal } from "@/lib/renewals/queries";
import { findForm, type ReportingForm } from "@/lib/reporting-forms/queries";
import { may } from "@/lib/roles/rules";
import { readSettings } from "@/lib/settings/queries";

type Decision = Pick<DecideLines, "verdict" | "note">;
type Seen = DecideLines["lines"][number];

/**
 * Staff decide about lines of a batch, each on its own: one that is refused holds up no other. Throws
 * with a sentence for each refused line when there is one.
 */
export async function decideLines(actor: Actor, input: DecideLines, now: Date) {
  const refusals = await decideThose(actor, input, now);
  const [[field, message] = [], ...others] = refusals;
  if (field && message) {
    throw new DomainError("conflict", message, field, Object.fromEntries(others));
  }
}

/**
 * The same, answering why lines are left. What is decided stands together with the one mail that tells
 * of it; approvals put their credit on the record and renew what it completes.
 */
export async function decideThose(
  actor: Actor,
  { batchId, lines, ...decision }: DecideLines,
  now: Date,
): Promise<Map<string, string>> {
  if (!may(actor, "review credit")) throw notFoundError();
  return db.$transaction(async (tx) => {
    const batch = await tx.batch.findUnique({
      where: { id: batchId },
      select: { renewalId: true },
    });
    if (!batch) throw notFoundError();
    if (decision.verdict === "approve") await lockOpenRenewalsBeside(tx, batch.renewalId);
    const renewal = await lockAnyRenewal(tx, actor, "review credit", batch.renewalId);
    const refusals = new Map<string, string>();
    const decided: ReportingForm[] = [];
    for (const seen of lines) {
      const form = await findFormOf(tx, renewal, { id: seen.id, batchId });
      const refusal = await refusalOfDecision(tx, form, seen, decision);
      if (refusal) refusals.set(seen.id, refusal);
      else {
        await decideLine(tx, actor, { form, seen, batchId, ...decision }, now);
        decided.push(form);
      }
    }
    await tellDecided(tx, renewal, decided, decision, now);
    const isApproved = decision.verdict === "approve" && decided.length > 0;
    if (isApproved) await settleRenewal(tx, renewal.id, now);
    return refusals;
  });
}

const ACTS = {
  approve: "approved a reporting form",
  return: "sent back a reporting form",
  reject: "rejected a reporting form",
} as const;

type LineOfBatch = Decision & { batchId: string; seen: Seen; form: ReportingForm };

/** One line, once; the renewal is held. */
async function decideLine(tx: Tx, actor: Actor, line: LineOfBatch, now: Date) {
  const { batchId, seen, form, verdict, note } = line;
  const { id: lineId, version } = seen;
  const entryId = verdict === "approve" ? await makeEntry(tx, form, now) : null;
  const decided = { verdict, note, decidedById: actor.memberId, decidedAt: now, entryId };
  await tx.lineDecision.create({ data: { lineId, version, ...decided }, select: { id: true } });
  await tx.batchLine.update({
    where: { id: lineId },
    data: { awaitsSince: null },
    select: { id: true },
  });
  const told = { act: ACTS[verdict], subject: "reporting form", subjectId: form.id };
  const facts = { batch: batchId, version, entry: entryId };
  await recordAudit(tx, { actor, ...told, facts, personal: { note } }, now);
}

async function findFormOf(
  tx: Tx,
  { memberId }: MemberRenewal,
  where: { id: string; batchId: string },
): Promise<ReportingForm> {
  const line = await tx.batchLine.findFirst({ where, select: { formId: true } });
  const form = line && (await findForm(memberId, line.formId, tx));
  if (!form?.line) throw notFoundError();
  return form;
}

/** Why nothing is decided: a colleague did, or it is not what was looked at. */
async function refusalOfDecision(
  tx: Tx,
  { line, signature, title }: ReportingForm,
  { version }: Seen,
  { verdict }: Decision,
) {
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
