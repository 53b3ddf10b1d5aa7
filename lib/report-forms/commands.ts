import "server-only";
import { db } from "@/lib/db";
import { LOOSE } from "@/lib/documents/rules";
import { notFoundError } from "@/lib/errors";
import type { MemberActor } from "@/lib/members/rules";
import type { DraftFields } from "@/lib/reports/schema";

/**
 * Keeps a form that is not saved yet, as it was typed, with its documents: for the confirm step of
 * those without JavaScript.
 */
export async function keepDraft(
  { memberId }: MemberActor,
  { id, fields, documents }: { id: string; fields: DraftFields; documents: readonly string[] },
  now: Date,
) {
  await db.$transaction(async (tx) => {
    const draft = { fields, updatedAt: now };
    const { count } = await tx.reportDraft.createMany({
      data: [{ id, memberId, ...draft }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const kept = await tx.reportDraft.updateMany({ where: { id, memberId }, data: draft });
      if (kept.count === 0) throw notFoundError();
    }
    await tx.document.updateMany({ where: { draftId: id }, data: { draftId: null } });
    await tx.document.updateMany({
      where: { id: { in: [...documents] }, memberId, ...LOOSE },
      data: { draftId: id },
    });
  });
}
