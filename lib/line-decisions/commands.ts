import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { type Day, dateOf, todayIn } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { tellDecided } from "@/lib/line-decisions/letters";
import { refusalOfDecision } from "@/lib/line-decisions/rules";
import type { DecideLines } from "@/lib/line-decisions/schema";
import type { Actor } from "@/lib/members/rules";
import { settleRenewal } from "@/lib/renewals/commands";
import { lockAnyRenewal, lockOpenRenewalsBeside } from "@/lib/renewals/lock";
import type { MemberRenewal } from "@/lib/renewals/queries";
import { formOf, formSelect, type ReportingForm } from "@/lib/reporting-forms/queries";
import { may } from "@/lib/roles/rules";
import { readSettings } from "@/lib/settings/queries";

type Decision = Pick<DecideLines, "verdict" | "note">;
type Seen = DecideLines["lines"][number];

/**
 * Staff decide the same about lines of a batch; one that is refused keeps no other back. Throws with a
 * sentence for each refused line when there is one.
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
    const { timeZone } = await readSettings(tx);
    const forms = await listForms(tx, renewal, { batchId, lines });
    const refusals = new Map<string, string>();
    const decided: ReportingForm[] = [];
    for (const [id, seen] of new Map(lines.map((line) => [line.id, line]))) {
      const form = forms.get(id);
      const refusal = refusalOfDecision(form, seen, { ...decision, timeZone });
      if (refusal !== null) refusals.set(id, refusal);
      else if (form) {
        await decideLine(tx, actor, { form, seen, batchId, timeZone, ...decision }, now);
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

type LineOfBatch = Decision & {
  batchId: string;
  seen: Seen;
  form: ReportingForm;
  timeZone: string;
};

/** One line, once; the renewal is held. */
async function decideLine(tx: Tx, actor: Actor, line: LineOfBatch, now: Date) {
  const { batchId, seen, form, timeZone, verdict, note } = line;
  const { id: lineId, version } = seen;
  const reportedOn = todayIn(timeZone, now);
  const entryId = verdict === "approve" ? await makeEntry(tx, form, reportedOn, now) : null;
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

/** The forms of those lines that are in the batch, by line. */
async function listForms(
  tx: Tx,
  { memberId }: MemberRenewal,
  { batchId, lines }: Pick<DecideLines, "batchId" | "lines">,
): Promise<Map<string, ReportingForm>> {
  const found = await tx.batchLine.findMany({
    relationLoadStrategy: "join",
    where: { batchId, id: { in: lines.map(({ id }) => id) }, form: { memberId } },
    select: { id: true, form: { select: formSelect } },
  });
  return new Map(found.map(({ id, form }) => [id, formOf(form)]));
}

/** The credit of an approved form, with its documents. */
async function makeEntry(tx: Tx, form: ReportingForm, reportedOn: Day, now: Date): Promise<string> {
  const { id } = await tx.creditEntry.create({
    data: {
      memberId: form.memberId,
      source: "reporting_form",
      earnedOn: dateOf(form.earnedOn),
      reportedOn: dateOf(reportedOn),
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
