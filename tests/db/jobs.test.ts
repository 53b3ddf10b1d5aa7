import { afterEach, beforeEach, expect, test } from "vitest";
import { recordAudit } from "@/lib/audit/commands";
import { db } from "@/lib/db";
import { findFault } from "@/lib/health";
import { listLeftBehind } from "@/lib/jobs/queries";
import { queueJob } from "@/lib/jobs/queue";
import { queueMessage } from "@/lib/messages/commands";
import { type MailServer, openMailServer } from "@/tests/support/mail-server";
import { startWorker, until } from "@/tests/support/worker";

const now = new Date("2026-04-13T09:00:00Z");

let server: MailServer;
let worker: ReturnType<typeof startWorker>;

beforeEach(async () => {
  // The reports of an earlier test's worker.
  await db.workerBeat.updateMany({ data: { beatAt: now } });
  server = await openMailServer();
  worker = startWorker({ SMTP_URL: server.url });
});

afterEach(async () => {
  worker.kill("SIGKILL");
  await worker.exit;
  await server.close();
});

async function queueTo(toAddress: string) {
  const mail = { kind: "credits_open", memberId: null, subject: "Open", text: "Hello.\n" } as const;
  await db.$transaction((tx) => queueMessage(tx, { ...mail, toAddress }, now));
}

const mailTo = (toAddress: string) => db.message.findFirstOrThrow({ where: { toAddress } });
const takenBy = (toAddress: string) =>
  server.taken.filter((content) => content.includes(`To: ${toAddress}`));

/** An answer that waits until it is let go. */
function held() {
  let letGo = () => {};
  const answer = new Promise<null>((resolve) => {
    letGo = () => resolve(null);
  });
  return { answer, letGo };
}

test("the worker sends what waits, seals what was done and reports", async () => {
  await queueTo("ana@example.org");
  const actor = { memberId: null, door: "command line", roles: [] } as const;
  const act = { actor, act: "try", subject: "nothing", subjectId: "1" };
  await db.$transaction((tx) => recordAudit(tx, act, now));
  await until(async () => (await mailTo("ana@example.org")).sentAt !== null, "the mail is sent");
  expect(takenBy("ana@example.org")).toHaveLength(1);
  await until(async () => (await db.auditSeal.count()) === 1, "the entry is sealed");
  await until(async () => (await findFault(new Date())) === null, "the worker reports");
});

test("told to stop, it finishes what is under way", async () => {
  const { answer, letGo } = held();
  server.answers.content = () => answer;
  await queueTo("stop@example.org");
  await until(() => server.contents.length === 1, "the mail is handed over");
  worker.kill("SIGTERM");
  letGo();
  expect(await worker.exit).toEqual({ code: 0, signal: null });
  expect((await mailTo("stop@example.org")).sentAt).not.toBeNull();
});

test("without the server that started it, it stops", async () => {
  await until(async () => (await findFault(new Date())) === null, "the worker reports");
  worker.leaveAlone();
  expect(await worker.exit).toEqual({ code: 0, signal: null });
});

test("nor does it start when that server is gone already", async () => {
  worker.leaveAlone();
  expect(await worker.exit).toEqual({ code: 0, signal: null });
  expect(await findFault(new Date())).not.toBeNull();
});

test("killed, its jobs are done once by the next worker", async () => {
  server.answers.recipient = (address) =>
    address.startsWith("before") ? held().answer : Promise.resolve(null);
  server.answers.content = () => held().answer;
  await queueTo("before@example.org");
  await queueTo("after@example.org");
  await until(
    async () =>
      (await mailTo("after@example.org")).handedOverAt !== null && server.contents.length === 1,
    "one mail is handed over",
  );
  await until(() => server.connections() === 2, "the other one is under way");
  worker.kill("SIGKILL");
  await worker.exit;

  server.answers.recipient = server.answers.content = async () => null;
  // As if they had been taken a little earlier, and were tried again at once.
  await db.$executeRaw`
    UPDATE pgboss.job SET started_on = started_on - interval '15 seconds', retry_delay = 0
    WHERE state = 'active'`;
  worker = startWorker({ SMTP_URL: server.url });
  await until(async () => (await mailTo("before@example.org")).sentAt !== null, "one is sent");
  await until(async () => (await mailTo("after@example.org")).unknownAt !== null, "one is unknown");
  expect(takenBy("before@example.org")).toHaveLength(1);
  expect(server.contents).toHaveLength(2);
});

test("what a living worker is at is not taken for left behind, however long it takes", async () => {
  server.answers.content = () => held().answer;
  await queueTo("slow@example.org");
  await until(() => server.contents.length === 1, "the mail is handed over");
  const { id } = await mailTo("slow@example.org");
  const [job] = await db.$queryRaw<{ id: string }[]>`
    UPDATE pgboss.job SET started_on = started_on - interval '1 minute'
     WHERE state = 'active' AND data ->> 'messageId' = ${id} RETURNING id::text`;
  const isLeft = async () => (await listLeftBehind()).some((left) => left.id === job?.id);
  expect(await isLeft()).toBe(false);
  worker.kill("SIGKILL");
  await worker.exit;
  await until(isLeft, "it is left behind");
});

test("a job of a change that is rolled back never is", async () => {
  const jobs = () => db.$queryRaw`SELECT id FROM pgboss.job ORDER BY id`;
  const before = await jobs();
  const change = db.$transaction(async (tx) => {
    await queueJob(tx, "render-certificate", { versionId: "none" });
    throw new Error("The change failed.");
  });
  await expect(change).rejects.toThrow("The change failed.");
  expect(await jobs()).toEqual(before);
});
