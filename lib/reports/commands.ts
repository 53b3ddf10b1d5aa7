import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { type Day, dateOf, todayIn } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { attachDocuments, copyDocuments } from "@/lib/documents/commands";
import { DomainError, notFoundError, refusalOfFields } from "@/lib/errors";
import { type MemberActor, REFUSAL_OF_RETIRED } from "@/lib/members/rules";
import { findReplaceable } from "@/lib/report-forms/queries";
import { type Judgement, judgeReport } from "@/lib/reports/queries";
import type { Report } from "@/lib/reports/schema";
import { findSettings } from "@/lib/settings/queries";
import { Prisma } from "@/prisma/generated/client";

/**
 * Puts credit that the member earned elsewhere on their record: accepted at once, unless its format
 * needs review. The report's id becomes the entry's, so a form that is sent twice is saved once.
 */
export async function reportEntry(actor: MemberActor, report: Report, now: Date) {
  const { memberId } = actor;
  const [judged, replaced, saved, { retiredAt }] = await Promise.all([
    judgeReport(memberId, report, now),
    report.replacesId === null ? null : findReplaceable(memberId, report.replacesId),
    db.creditEntry.findUnique({ where: { id: report.reportId }, select: { memberId: true } }),
    db.member.findUniqueOrThrow({ where: { id: memberId }, select: { retiredAt: true } }),
  ]);
  if (saved && saved.memberId === memberId) return;
  if (saved || (report.replacesId !== null && !replaced)) throw notFoundError();
  if (retiredAt) throw new DomainError("invalid", REFUSAL_OF_RETIRED);
  if (Object.keys(judged.refusals).length > 0) throw refusalOfFields(judged.refusals);
  const kept = replaced?.documents.map(({ id }) => id) ?? [];
  const again = report.documents.filter((id) => kept.includes(id));
  const copies = replaced ? await copyDocuments(actor, replaced.id, again, now) : [];
  const documents = [...report.documents.filter((id) => !kept.includes(id)), ...copies];
  const { timeZone } = await findSettings();
  try {
    await db.$transaction((tx) =>
      saveReport(tx, actor, { report, judged, documents, reportedOn: todayIn(timeZone, now) }, now),
    );
  } catch (error) {
    // The same form, sent a second time while the first was being saved.
    const first = { id: report.reportId, memberId };
    if ((await db.creditEntry.count({ where: first })) > 0) return;
    throw isTaken(error) ? notFoundError() : error;
  }
}

async function saveReport(
  tx: Tx,
  actor: MemberActor,
  to: { report: Report; judged: Judgement; documents: string[]; reportedOn: Day },
  now: Date,
) {
  const { memberId } = actor;
  const { report, judged, documents } = to;
  const { reportId: id, replacesId, earnedOn, format, creditType, courseNumber, title } = report;
  const { credits, provider, entered, awaitsReview } = judged;
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
      reportedOn: dateOf(to.reportedOn),
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

function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
