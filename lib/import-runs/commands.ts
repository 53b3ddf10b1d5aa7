import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { db } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { REFUSALS } from "@/lib/import-runs/rules";
import type { ConfirmRun } from "@/lib/import-runs/schema";
import { KINDS } from "@/lib/imports/kinds";
import { queueJob } from "@/lib/jobs/queue";
import type { MemberActor } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";

const DAY = 24 * 60 * 60 * 1000;

/** Begins to take a file in; answers the run, to which its pieces are added. */
export async function beginRun(
  actor: MemberActor,
  { kind, fileName }: { kind: string; fileName: string },
  now: Date,
): Promise<string> {
  if (!may(actor, "import files")) throw notFoundError();
  if (!KINDS.some(({ name }) => name === kind)) {
    throw new DomainError("invalid", REFUSALS.kind, "kind");
  }
  const { id } = await db.importRun.create({
    data: { kind, fileName, uploadedById: actor.memberId, uploadedAt: now },
    select: { id: true },
  });
  return id;
}

export async function addPiece(runId: string, position: number, bytes: Uint8Array<ArrayBuffer>) {
  await db.importPiece.create({ data: { runId, position, bytes }, select: { position: true } });
}

/** The file is whole: the worker checks it. */
export async function finishRun(actor: MemberActor, runId: string, size: number, now: Date) {
  await db.$transaction(async (tx) => {
    await tx.importRun.update({
      where: { id: runId },
      data: { arrivedAt: now, size },
      select: { id: true },
    });
    await queueJob(tx, "run-import", { runId });
    const told = { act: "uploaded a file", subject: "import", subjectId: runId };
    await recordAudit(tx, { actor, ...told, facts: { size } }, now);
  });
}

/** What was cut off, or too large, leaves nothing behind. */
export async function discardRun(runId: string) {
  await db.importRun.deleteMany({ where: { id: runId, arrivedAt: null } });
}

/** A checked file without problems is imported, once. */
export async function confirmRun(actor: MemberActor, { runId }: ConfirmRun, now: Date) {
  if (!may(actor, "import files")) throw notFoundError();
  await db.$transaction(async (tx) => {
    const { count } = await tx.importRun.updateMany({
      where: {
        id: runId,
        checkedAt: { not: null },
        refusals: 0,
        confirmedAt: null,
        failedAt: null,
      },
      data: { confirmedAt: now, confirmedById: actor.memberId, step: null },
    });
    if (count === 0) {
      if ((await tx.importRun.count({ where: { id: runId } })) === 0) throw notFoundError();
      const why =
        "This file is being imported already, or it cannot be. The page shows how it stands.";
      throw new DomainError("conflict", why);
    }
    // Asked with the run in hand, which the sweep takes too: from now on it keeps the file.
    if ((await tx.importPiece.count({ where: { runId } })) === 0) {
      throw new DomainError("conflict", "This file is no longer kept. Upload it again.");
    }
    await queueJob(tx, "run-import", { runId });
    const told = { act: "confirmed an import", subject: "import", subjectId: runId };
    await recordAudit(tx, { actor, ...told }, now);
  });
}

/**
 * Uploads that were cut off go after a day, the contents of the others after thirty; of a file that was
 * confirmed not before its import has ended.
 */
export async function sweepRuns(now: Date) {
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  await db.importRun.deleteMany({ where: { arrivedAt: null, uploadedAt: { lt: before(1) } } });
  // With the runs in hand: one that is confirmed meanwhile is waited for and left out, or comes too late.
  await db.$executeRaw`
    WITH ended AS (
      SELECT id FROM import_runs
       WHERE uploaded_at < ${before(30)}
         AND (confirmed_at IS NULL OR applied_at IS NOT NULL OR failed_at IS NOT NULL OR refusals > 0)
         FOR NO KEY UPDATE
    )
    DELETE FROM import_pieces WHERE run_id IN (SELECT id FROM ended)`;
}
