import "server-only";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { db, type Tx } from "@/lib/db";
import { KeptRemarks } from "@/lib/import-runs/kept-remarks";
import { importFile, type Outcome } from "@/lib/imports/commands";
import type { Kind, Step } from "@/lib/imports/kind";
import { KINDS } from "@/lib/imports/kinds";
import type { Remark } from "@/lib/imports/rules";
import { findRoles } from "@/lib/members/queries";
import type { Actor } from "@/lib/members/rules";

/**
 * The worker's part: checks a file that arrived, or imports one that was confirmed. What an import came
 * to is written with its rows; repeated after a kill, it finds that and sees to what follows.
 */
export async function runImport(runId: string, lastTry: boolean, now: Date) {
  const run = await db.importRun.findUnique({ where: { id: runId } });
  if (!run || run.failedAt || (run.checkedAt && !run.confirmedAt)) return;
  const kind = kindOf(run.kind);
  if (run.appliedAt) {
    await kind.follow?.(now);
    return;
  }
  const isDryRun = run.confirmedById === null;
  try {
    const memberId = run.confirmedById ?? run.uploadedById;
    const actor: Actor = { memberId, door: "web", roles: await findRoles(memberId) };
    const outcome = await runFile(actor, { runId, size: run.size, kind, isDryRun }, now);
    const checkedAt = run.checkedAt ?? now;
    await db.importRun.updateMany({
      where: { id: runId, appliedAt: null },
      data: { ...outcome, checkedAt },
    });
  } catch (error) {
    const where = { id: runId, appliedAt: null };
    if (lastTry) await db.importRun.updateMany({ where, data: { failedAt: now } });
    throw error;
  }
}

function kindOf(name: string): Kind {
  const kind = KINDS.find((each) => each.name === name);
  if (!kind) throw new Error(`There is no import of ${name}.`);
  return kind;
}

async function runFile(
  actor: Actor,
  { runId, size, kind, isDryRun }: { runId: string; size: number; kind: Kind; isDryRun: boolean },
  now: Date,
): Promise<Outcome> {
  // What a worker that was killed had reached is reached again.
  await db.importRun.update({ where: { id: runId }, data: { step: null }, select: { id: true } });
  const folder = await mkdtemp(join(tmpdir(), "credence-import-"));
  try {
    const path = join(folder, "file.csv");
    await pipeline(Readable.from(piecesOf(runId)), createWriteStream(path));
    if ((await stat(path)).size !== size) throw new Error("The file is not kept whole any more.");
    const remarks = new KeptRemarks(runId);
    await remarks.begin();
    const tell = (remark: Remark) => remarks.add(remark);
    // Apart from the import's transaction, so that the page can tell it meanwhile.
    const reach = async (step: Step) => {
      await db.importRun.update({ where: { id: runId }, data: { step }, select: { id: true } });
    };
    const keep = async (tx: Tx, outcome: Outcome) => {
      await remarks.write();
      const where = { id: runId, appliedAt: null };
      const data = { ...outcome, appliedAt: now };
      const { count } = await tx.importRun.updateMany({ where, data });
      if (count === 0) throw new Error("This file was imported meanwhile.");
    };
    const outcome = await importFile(actor, { kind, path, isDryRun, tell, reach, keep }, now);
    await remarks.write();
    return outcome;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function* piecesOf(runId: string) {
  for (let position = 0; ; position += 1) {
    const where = { runId_position: { runId, position } };
    const piece = await db.importPiece.findUnique({ where, select: { bytes: true } });
    if (!piece) return;
    yield piece.bytes;
  }
}
