import "server-only";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { recordAudit } from "@/lib/audit/commands";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { REFUSALS } from "@/lib/import-runs/rules";
import type { ConfirmRun } from "@/lib/import-runs/schema";
import { importFile, type Outcome } from "@/lib/imports/commands";
import type { Kind, Step } from "@/lib/imports/kind";
import { KINDS } from "@/lib/imports/kinds";
import type { Remark } from "@/lib/imports/rules";
import { queueJob } from "@/lib/jobs/queue";
import { findRoles } from "@/lib/members/queries";
import type { Actor, MemberActor } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";

/** How many remarks of a run are kept, and how many are written at once. */
const MOST_REMARKS = 5000;
const BATCH = 500;
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
    const remarks = new Remarks(runId);
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

/** What is said of a file's lines, written in batches; of very many the first are kept. */
class Remarks {
  private waiting: (Remark & { runId: string; position: number })[] = [];
  private said = 0;

  constructor(private readonly runId: string) {}

  /** Those of an earlier check or try are replaced. */
  async begin() {
    await db.importRemark.deleteMany({ where: { runId: this.runId } });
  }

  async add(remark: Remark) {
    this.said += 1;
    if (this.said > MOST_REMARKS) return;
    this.waiting.push({ ...remark, runId: this.runId, position: this.said });
    if (this.waiting.length === BATCH) await this.write();
  }

  async write() {
    const data = this.waiting;
    this.waiting = [];
    if (data.length > 0) await db.importRemark.createMany({ data });
  }
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
