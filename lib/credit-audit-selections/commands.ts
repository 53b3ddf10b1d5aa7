import "server-only";
import { recordAudit, recordAudits } from "@/lib/audit/commands";
import { dateOf, todayIn } from "@/lib/calendar";
import { listCandidates } from "@/lib/credit-audit-selections/queries";
import { draw, hashOfCandidates, refusalToDraw } from "@/lib/credit-audit-selections/rules";
import type { Draw } from "@/lib/credit-audit-selections/schema";
import { announceAudits } from "@/lib/credit-audits/letters";
import { dueOnFrom } from "@/lib/credit-audits/rules";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";
import { findSettings } from "@/lib/settings/queries";
import { DRAWING_AUDITS } from "@/lib/turns";

/**
 * Draws renewals to audit from what a preview counted, once, and tells their members. Draws take
 * turns: whoever comes second looks at what the first has left.
 */
export async function drawAudits(actor: Actor, input: Draw, now: Date) {
  if (!may(actor, "follow renewals")) throw notFoundError();
  const settings = await findSettings();
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${DRAWING_AUDITS})`;
    const { selectionId: id } = input;
    // The form came twice.
    if (await tx.auditSelection.findUnique({ where: { id }, select: { id: true } })) return;
    const candidates = await listCandidates(input, tx);
    const hash = hashOfCandidates(candidates);
    if (hash !== input.seen) throw changedMeanwhile();
    const drawn = draw(input.seed, candidates, input);
    const refusal = refusalToDraw(drawn.length);
    if (refusal) throw new DomainError("invalid", refusal);
    await keepSelection(tx, actor, input, { candidates, hash }, now);
    const dueOn = dueOnFrom(todayIn(settings.timeZone, now));
    const audits = await tx.creditAudit.createManyAndReturn({
      data: drawn.map((renewalId, at) => {
        return { selectionId: id, place: at + 1, renewalId, dueOn: dateOf(dueOn) };
      }),
      select: { id: true, renewalId: true },
    });
    const told = { act: "drew renewals to audit", subject: "audit selection", subjectId: id };
    const facts = { seed: input.seed, population: candidates.length, hash, drawn: drawn.length };
    await recordAudit(tx, { actor, ...told, facts }, now);
    const acts = audits.map((audit) => {
      const about = { subject: "credit audit", subjectId: audit.id };
      return { actor, act: "drew a renewal to audit", ...about, facts: { selection: id, dueOn } };
    });
    await recordAudits(tx, acts, now);
    await announceAudits(tx, settings, drawn, dueOn, now);
  });
}

async function keepSelection(
  tx: Tx,
  actor: Actor,
  { selectionId, seed, program, from, to, size, unit }: Draw,
  { candidates, hash }: { candidates: string[]; hash: string },
  now: Date,
) {
  await tx.auditSelection.create({
    data: {
      id: selectionId,
      seed,
      programCode: program || null,
      dueFrom: from ? dateOf(from) : null,
      dueTo: to ? dateOf(to) : null,
      size,
      sizeUnit: unit,
      candidates,
      population: candidates.length,
      candidatesHash: hash,
      drawnById: actor.memberId,
      drawnAt: now,
    },
    select: { id: true },
  });
}

function changedMeanwhile() {
  return new DomainError(
    "conflict",
    "The renewals to draw from changed since this preview, or a colleague drew meanwhile. Look at the new numbers and draw again.",
  );
}
