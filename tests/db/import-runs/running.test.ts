import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import {
  addPiece,
  beginRun,
  confirmRun,
  discardRun,
  finishRun,
  runImport,
  sweepRuns,
} from "@/lib/import-runs/commands";
import { findRun, listRemarks } from "@/lib/import-runs/queries";
import type { MemberActor } from "@/lib/members/rules";
import { aHolder } from "@/tests/support/a-certification";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anImportedMember, certificationsFile } from "@/tests/support/imports";
import { othersThanStaff } from "@/tests/support/staff";
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
  const runId = await anArrived(actor, good(name()));
  await runImport(runId, false, now);
  await confirmRun(actor, { runId }, now);
  await db.importPiece.deleteMany({ where: { runId } });
  await addPiece(runId, 0, new TextEncoder().encode("provider\n\u0007\n"));
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
  await sweepRuns(new Date(now.getTime() + 25 * 60 * 60 * 1000));
  expect([await findRun(cut), await findRun(left)]).toEqual([null, null]);
});
