import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { todayIn } from "@/lib/calendar";
import { holdOwnAudit, takeStep } from "@/lib/credit-audits/lock";
import { missingOf, withProofs } from "@/lib/credit-audits/queries";
import { MOST_BROUGHT } from "@/lib/credit-audits/rules";
import type { BringProof, SendProofs, TakeBackProof } from "@/lib/credit-audits/schema";
import { db } from "@/lib/db";
import { LOOSE } from "@/lib/documents/rules";
import { DomainError, notFoundError } from "@/lib/errors";
import type { MemberActor } from "@/lib/members/rules";
import { findSettings } from "@/lib/settings/queries";

/** The member's uploads are to prove an entry that counts for the renewal; sent later, with the rest. */
export async function bringProof(actor: MemberActor, input: BringProof, now: Date) {
  const { auditId, entryId, documents } = input;
  const today = await todayOf(now);
  await db.$transaction(async (tx) => {
    const audit = await holdOwnAudit(tx, actor, auditId, "bring", today);
    const { entries } = await withProofs(audit, today, tx);
    const entry = entries.find((each) => each.entry.id === entryId);
    if (!entry) throw notFoundError();
    // What was sent before stays, and takes nobody the room to complete it.
    const brought = entry.documents.filter(({ isLoose }) => isLoose).length;
    if (brought + documents.length > MOST_BROUGHT) {
      const message = `Add at most ${MOST_BROUGHT} documents for one entry.`;
      throw new DomainError("invalid", message, "documents");
    }
    const { count } = await tx.document.updateMany({
      where: { id: { in: documents }, memberId: actor.memberId, ...LOOSE, draftId: null },
      data: { auditId, auditedEntryId: entryId },
    });
    if (count !== documents.length) throw notFoundError();
  });
}

/** The member takes back what they have not sent yet: loose again, it is swept. Answers the renewal. */
export async function takeBackProof(actor: MemberActor, input: TakeBackProof, now: Date) {
  const { auditId, documentId } = input;
  const today = await todayOf(now);
  return db.$transaction(async (tx) => {
    const { renewalId } = await holdOwnAudit(tx, actor, auditId, "bring", today);
    const { count } = await tx.document.updateMany({
      where: { id: documentId, memberId: actor.memberId, auditId, entryId: null },
      data: { auditId: null, auditedEntryId: null },
    });
    if (count === 0) throw notFoundError();
    return renewalId;
  });
}

/**
 * The member sends what they brought, with a note: from then on it is part of the entries and nothing
 * can be changed. Who can't prove an entry says why.
 */
export async function sendProofs(actor: MemberActor, input: SendProofs, now: Date) {
  const { auditId, version, note } = input;
  const today = await todayOf(now);
  return db.$transaction(async (tx) => {
    const audit = await holdOwnAudit(tx, actor, auditId, "send", today);
    // An old form that comes once more, after the answer was sent back, sends nothing.
    if (audit.version !== version) {
      const message = "This audit changed meanwhile. Look at it as it stands now and send again.";
      throw new DomainError("conflict", message);
    }
    const proven = await withProofs(audit, today, tx);
    const [missing, ...more] = missingOf(proven);
    if (missing && note === "") throw unproven(missing.entry.title, more.length);
    const step = { kind: "sent", text: note, dueOn: audit.dueOn } as const;
    await takeStep(tx, actor, audit, step, { answeredAt: now }, now);
    const sent = await tx.$executeRaw`
      UPDATE documents SET entry_id = audited_entry_id
       WHERE audit_id = ${auditId}::uuid AND entry_id IS NULL`;
    const told = { act: "answered an audit", subject: "credit audit", subjectId: auditId };
    const facts = { documents: sent, unproven: more.length + (missing ? 1 : 0) };
    await recordAudit(tx, { actor, ...told, facts, personal: { note } }, now);
    return audit.renewalId;
  });
}

function unproven(title: string, others: number) {
  const which = others === 0 ? `${title} has` : `${title} and ${others} more have`;
  const message = `${which} no document yet. Add one, or say here why there is none.`;
  return new DomainError("invalid", message, "note");
}

async function todayOf(now: Date) {
  return todayIn((await findSettings()).timeZone, now);
}
