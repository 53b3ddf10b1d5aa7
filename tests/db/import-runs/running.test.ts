import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import {
  addPiece,
  beginRun,
  confirmRun,
  discardRun,
  finishRun,
  sweepRuns,
} from "@/lib/import-runs/commands";
import { findRun, listRemarks } from "@/lib/import-runs/queries";
import { runImport } from "@/lib/import-runs/running";
import type { MemberActor } from "@/lib/members/rules";
import type { Prisma } from "@/prisma/generated/client";
import { aHolder } from "@/tests/support/a-certification";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anImportedMember, certificationsFile, membersFile } from "@/tests/support/imports";
import { othersThanStaff } from "@/tests/support/staff";
import { whileItWaits } from "@/tests/support/while-it-waits";
import { startWorker, until } from "@/tests/support/worker";

const now = new Date("2026-11-21T10:00:00Z");

/** Staff with the role on record, which the worker asks for. */
async function aCoordinator(): Promise<MemberActor> {
  const { id } = await anAccount({ password: null });
  await db.roleGrant.create({
    data: { memberId: id, role: "staff", grantedAt: now },
    select: { role: true },
  });
  return { ...actorOf({ id }), roles: ["staff"] };
}

/** A file that arrived in pieces of a few bytes. */
async function anArrived(actor: MemberActor, text: string, kind = "providers") {
  const runId = await beginRun(actor, { kind, fileName: `${kind}.csv` }, now);
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 10) {
    await addPiece(runId, at / 10, bytes.slice(at, at + 10));
  }
  await finishRun(actor, runId, bytes.length, now);
  return runId;
}

const daysLater = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
const isKept = async (runId: string) => (await db.importPiece.count({ where: { runId } })) > 0;

const name = () => `Provider ${randomUUID().slice(0, 8)}`;
const good = (provider: string) => `provider,in_network\n${provider},yes\n`;
const known = (provider: string) => db.provider.count({ where: { name: provider } });

test("a good file waits for its confirmation, and is imported once", async () => {
  const actor = await aCoordinator();
  const provider = name();
  const runId = await anArrived(actor, good(provider));
  expect((await findRun(runId))?.state).toBe("checking");
  await runImport(runId, false, now);
  expect(await findRun(runId)).toMatchObject({ state: "ready", rows: 1, added: 1, refusals: 0 });
  expect(await known(provider)).toBe(0);

  const outcomes = await Promise.allSettled([
    confirmRun(actor, { runId }, now),
    confirmRun(await aCoordinator(), { runId }, now),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await runImport(runId, false, now);
  await runImport(runId, false, now);
  expect(await findRun(runId)).toMatchObject({ state: "imported", added: 1 });
  expect(await known(provider)).toBe(1);
});

test("an import that is killed once its rows are in has said how many, and what follows is made good", async () => {
  const actor = await aCoordinator();
  const waiting = await aHolder([{ program: "CAM", from: "2026-01-01", to: "2026-12-31" }]);
  const { number, member } = await anImportedMember();
  const row = { member_number: number, program: "CAM", cycle_start: "2026-01-01" };
  const runId = await anArrived(actor, certificationsFile(row), "certifications");
  await runImport(runId, false, now);
  await confirmRun(actor, { runId }, now);
  const cycles = () => db.cycle.count({ where: { certification: { memberId: member.id } } });
  await db.$transaction(
    async (tx) => {
      // Whose next cycle opens after the import; the worker waits there, and ends.
      await tx.$queryRaw`
        SELECT 1 FROM certifications WHERE member_id = ${waiting.member.id}::uuid FOR UPDATE`;
      const worker = startWorker({});
      await until(async () => (await cycles()) > 0, "the rows are in");
      worker.kill("SIGKILL");
      await worker.exit;
    },
    { timeout: 120_000 },
  );
  const told = { state: "imported", rows: 1, added: 1, changed: 0 };
  expect(await findRun(runId)).toMatchObject(told);
  await runImport(runId, false, now);
  expect(await findRun(runId)).toMatchObject(told);
  expect(await cycles()).toBe(2);
});

test("how far a file has come can be seen while it is checked, and again while it is imported", async () => {
  const actor = await aCoordinator();
  const runId = await anArrived(actor, good(name()));
  const step = async () => (await findRun(runId))?.step;
  /** Runs it while nobody can write a provider: it comes as far as that. */
  const runHeldUp = async () => {
    expect(await step()).toBeNull();
    const { run } = await db.$transaction(
      async (tx) => {
        await tx.$executeRaw`LOCK TABLE providers IN SHARE MODE`;
        const run = runImport(runId, false, now);
        await until(async () => (await step()) === "writing", "it is at its last step");
        return { run };
      },
      { timeout: 120_000 },
    );
    await run;
  };
  await runHeldUp();
  expect((await findRun(runId))?.state).toBe("ready");
  await confirmRun(actor, { runId }, now);
  await runHeldUp();
  expect((await findRun(runId))?.state).toBe("imported");
});

test("a bad file is refused with each problem, and cannot be confirmed", async () => {
  const actor = await aCoordinator();
  const provider = name();
  const runId = await anArrived(actor, `provider,in_network\n${provider},maybe\n,yes\n`);
  await runImport(runId, false, now);
  expect(await findRun(runId)).toMatchObject({ state: "refused", refusals: 2 });
  expect((await listRemarks(runId)).map(({ line, column }) => [line, column])).toEqual([
    [2, "in_network"],
    [3, "provider"],
  ]);
  await expect(confirmRun(actor, { runId }, now)).rejects.toMatchObject({ kind: "conflict" });
  expect(await known(provider)).toBe(0);
});

test("what changed since the check is checked again before it is written", async () => {
  const actor = await aCoordinator();
  const email = `${randomUUID()}@example.org`;
  const joining = membersFile({ member_number: randomUUID().slice(0, 8), email });
  const runId = await anArrived(actor, joining, "members");
  await runImport(runId, false, now);
  await confirmRun(actor, { runId }, now);
  const { id } = await anAccount({ password: null });
  await db.member.update({ where: { id }, data: { email }, select: { id: true } });
  await runImport(runId, false, now);
  expect((await findRun(runId))?.state).toBe("refused");
});

test("a role that was withdrawn meanwhile ends the import", async () => {
  const actor = await aCoordinator();
  const provider = name();
  const runId = await anArrived(actor, good(provider));
  await runImport(runId, false, now);
  await confirmRun(actor, { runId }, now);
  await db.roleGrant.deleteMany({ where: { memberId: actor.memberId } });
  await expect(runImport(runId, true, now)).rejects.toMatchObject({ kind: "not-found" });
  expect((await findRun(runId))?.state).toBe("failed");
  expect(await known(provider)).toBe(0);
});

test("only those who may import begin or confirm", async () => {
  const runId = await anArrived(await aCoordinator(), good(name()));
  await runImport(runId, false, now);
  for (const actor of (await othersThanStaff()) as MemberActor[]) {
    const begin = beginRun(actor, { kind: "providers", fileName: "x.csv" }, now);
    await expect(begin).rejects.toMatchObject({ kind: "not-found" });
    await expect(confirmRun(actor, { runId }, now)).rejects.toMatchObject({ kind: "not-found" });
  }
  expect((await findRun(runId))?.state).toBe("ready");
});

test("an upload that was cut off leaves nothing", async () => {
  const actor = await aCoordinator();
  const about = { kind: "providers", fileName: "cut.csv" };
  const [cut, left] = [await beginRun(actor, about, now), await beginRun(actor, about, now)];
  await addPiece(cut, 0, new Uint8Array(10));
  await addPiece(left, 0, new Uint8Array(10));
  await discardRun(cut);
  await sweepRuns(daysLater(2));
  expect([await findRun(cut), await findRun(left)]).toEqual([null, null]);
});

test("a file that nobody confirmed is kept for thirty days", async () => {
  const actor = await aCoordinator();
  const runId = await anArrived(actor, good(name()));
  await runImport(runId, false, now);
  await sweepRuns(daysLater(30));
  expect(await isKept(runId)).toBe(true);
  await sweepRuns(daysLater(31));
  expect(await isKept(runId)).toBe(false);
  const confirming = confirmRun(actor, { runId }, daysLater(31));
  await expect(confirming).rejects.toMatchObject({ kind: "conflict" });
  expect((await findRun(runId))?.state).toBe("ready");
});

test("a file that was confirmed late is kept until it is imported", async () => {
  const actor = await aCoordinator();
  const provider = name();
  const runId = await anArrived(actor, good(provider));
  await runImport(runId, false, now);
  await confirmRun(actor, { runId }, daysLater(30));
  await sweepRuns(daysLater(31));
  await runImport(runId, true, daysLater(31));
  expect(await known(provider)).toBe(1);
  await sweepRuns(daysLater(31));
  expect(await isKept(runId)).toBe(false);
});

test("a file that is being confirmed is not swept", async () => {
  const actor = await aCoordinator();
  const runId = await anArrived(actor, good(name()));
  await runImport(runId, false, now);
  const confirmed = { confirmedAt: now, confirmedById: actor.memberId };
  await whileItWaits(
    async (tx) => {
      await tx.importRun.update({ where: { id: runId }, data: confirmed, select: { id: true } });
    },
    () => sweepRuns(daysLater(31)),
  );
  expect(await isKept(runId)).toBe(true);
});

test("a file that is being swept cannot be confirmed any more", async () => {
  const actor = await aCoordinator();
  const runId = await anArrived(actor, good(name()));
  await runImport(runId, false, now);
  const confirming = whileItWaits(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM import_runs WHERE id = ${runId}::uuid FOR NO KEY UPDATE`;
      await tx.importPiece.deleteMany({ where: { runId } });
    },
    () => confirmRun(actor, { runId }, now),
  );
  await expect(confirming).rejects.toMatchObject({ kind: "conflict" });
  expect((await findRun(runId))?.state).toBe("ready");
});

test("a file that is kept in part is not imported", async () => {
  const actor = await aCoordinator();
  const [first, second] = [name().padEnd(40, "."), name()];
  const runId = await anArrived(actor, `provider,in_network\n${first},\n${second},\n`);
  await runImport(runId, false, now);
  await confirmRun(actor, { runId }, now);
  // What is left ends within the first row.
  await db.importPiece.deleteMany({ where: { runId, position: { gt: 4 } } });
  await expect(runImport(runId, true, now)).rejects.toThrow("not kept whole");
  expect((await findRun(runId))?.state).toBe("failed");
});

test("the database keeps the order too: checked, confirmed, imported without a refusal", async () => {
  const actor = await aCoordinator();
  const runId = await anArrived(actor, good(name()));
  const confirmed = { confirmedAt: now, confirmedById: actor.memberId };
  const write = (data: Prisma.ImportRunUncheckedUpdateInput) =>
    db.importRun.update({ where: { id: runId }, data, select: { id: true } });
  await expect(write(confirmed)).rejects.toThrow("check constraint");
  await write({ ...confirmed, checkedAt: now, refusals: 1, rows: 0, added: 0, changed: 0 });
  await expect(write({ appliedAt: now })).rejects.toThrow("check constraint");
});
