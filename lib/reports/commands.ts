import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { dateOf } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { attachDocuments, copyDocuments, discardDocuments } from "@/lib/documents/commands";
import { DomainError, notFoundError, refusalOfFields } from "@/lib/errors";
import { lockMember } from "@/lib/members/commands";
import { type MemberActor, REFUSAL_OF_RETIRED } from "@/lib/members/rules";
import { type Judgement, judgeReport } from "@/lib/reports/queries";
import type { Report } from "@/lib/reports/schema";
import { findReplaceable } from "@/lib/reviews/queries";
import { isTaken } from "@/lib/taken";
import { Prisma } from "@/prisma/generated/client";

/**
 * Puts credit that the member earned elsewhere on their record: accepted at once, unless its format
 * needs review. The report's id becomes the entry's, so a form that is sent twice is saved once.
 */
export async function reportEntry(actor: MemberActor, report: Report, now: Date) {
  const { memberId } = actor;
  const { replacesId } = report;
  const replaced = replacesId === null ? null : await findReplaceable(memberId, replacesId);
  const kept = replaced?.documents.map(({ id }) => id) ?? [];
  const again = report.documents.filter((id) => kept.includes(id));
  const copies = replaced ? await copyDocuments(actor, replaced.id, again, now) : [];
  const documents = [...report.documents.filter((id) => !kept.includes(id)), ...copies];
  try {
    await db.$transaction(async (tx) => {
      // Two reports at once could repeat each other: a member's are judged one after the other.
      const { retiredAt } = await lockMember(tx, memberId);
      const saved = await tx.creditEntry.findUnique({
        where: { id: report.reportId },
        select: { memberId: true },
      });
      // The same form, sent a second time.
      if (saved?.memberId === memberId) return;
      if (saved || (replacesId !== null && !replaced)) throw notFoundError();
      if (retiredAt) throw new DomainError("invalid", REFUSAL_OF_RETIRED);
      const judged = await judgeReport(memberId, report, now, tx);
      if (Object.keys(judged.refusals).length > 0) throw refusalOfFields(judged.refusals);
      await saveReport(tx, actor, { report, judged, documents }, now);
    });
  } catch (error) {
    throw isTaken(error) ? notFoundError() : error;
  } finally {
    // Those that went with an entry stay.
    await discardDocuments(actor, copies);
  }
}

async function saveReport(
  tx: Tx,
  actor: MemberActor,
  { report, judged, documents }: { report: Report; judged: Judgement; documents: string[] },
  now: Date,
) {
  const { memberId } = actor;
  const { reportId: id, replacesId, earnedOn, format, creditType, courseNumber, title } = report;
  const { credits, provider, entered, awaitsReview, entry } = judged;
  if (replacesId !== null) {
    const { count } = await tx.creditEntry.updateMany({
      where: { id: replacesId, memberId, returnedAt: { not: null }, replacedAt: null },
      data: { replacedAt: now },
    });
    if (count === 0) throw new DomainError("conflict", "You have reported this again already.");
  }
  await tx.creditEntry.create({
    data: {
      id,
      memberId,
      source: "self_report",
      earnedOn: dateOf(earnedOn),
      reportedOn: dateOf(entry.reportedOn),
      formatName: format,
      credits,
      creditTypeName: creditType,
      providerId: provider.id,
      providerOther: provider.id === null ? provider.name : null,
      courseNumber,
      title,
      entered: entered ?? Prisma.DbNull,
      createdAt: now,
      acceptedAt: awaitsReview ? null : now,
      replacesId,
    },
    select: { id: true },
  });
  await attachDocuments(tx, memberId, documents, id);
  await tx.reportDraft.deleteMany({ where: { id, memberId } });
  await recordAudit(
    tx,
    {
      actor,
      act: "reported credit",
      subject: "entry",
      subjectId: id,
      facts: {
        earnedOn,
        format,
        credits,
        creditType,
        entered,
        documents: documents.length,
        replaces: replacesId,
        awaitsReview,
      },
      personal: { title, provider: provider.name, courseNumber },
    },
    now,
  );
}
