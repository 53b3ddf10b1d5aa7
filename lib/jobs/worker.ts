import "server-only";
import PgBoss from "pg-boss";
import { env } from "@/lib/env";
import { makeUpFor } from "@/lib/jobs/commands";
import { type Handler, handlers } from "@/lib/jobs/handlers";
import { createHolds } from "@/lib/jobs/holds";
import { runLoops } from "@/lib/jobs/loops";
import { QUEUES, type QueueName, SCHEDULES, type ScheduleName } from "@/lib/jobs/names";
import { listLeftBehind } from "@/lib/jobs/queries";
import { patienceByClock } from "@/lib/jobs/queue";
import { schedules } from "@/lib/jobs/schedules";
import { log } from "@/lib/log";

// The worker process: takes jobs from the queues, keeps the schedules and runs the loops, until it is told to stop.

const LONGEST_STOP = 25_000;

const connectionString = asApplication(env.DATABASE_URL ?? "");
const holds = createHolds(connectionString);

const boss = new PgBoss({
  connectionString,
  application_name: "credence worker",
  max: 4,
  // Schema and queues are the owner's, who migrates.
  migrate: false,
  // Ticks are looked for more often than once a minute, of which pg-boss makes up for none it missed.
  cronMonitorIntervalSeconds: 15,
  cronWorkerIntervalSeconds: 2,
  // How soon a job is given up once its time is up.
  maintenanceIntervalSeconds: 10,
  // What a finished job says may be personal; a failed one is kept for whoever looks into it.
  archiveCompletedAfterSeconds: 3600,
  archiveFailedAfterSeconds: 7 * 24 * 3600,
  deleteAfterDays: 1,
});

// Without a listener a lost connection would end the process; pg-boss opens another by itself.
boss.on("error", (error) => log.error({ err: error }, "the job queue failed"));

/** The application's role, as on every connection of lib/db.ts. */
function asApplication(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set("options", "-c role=credence_app");
  return url.href.replaceAll("+", "%20");
}

/** Works on a queue; having found a job it looks for the next at once. */
async function workOn(
  queue: QueueName | ScheduleName,
  { looksEvery, run }: Pick<Handler, "looksEvery" | "run">,
) {
  const options = {
    pollingIntervalSeconds: looksEvery,
    includeMetadata: true,
    batchSize: 1,
  } as const;
  const worker: string = await boss.work<Record<string, string>>(queue, options, async (jobs) => {
    boss.notifyWorker(worker);
    for (const { id, data, retryCount, retryLimit } of jobs) {
      const lastTry = retryCount >= retryLimit;
      try {
        await holds.during(id, () => run({ data, lastTry, now: new Date() }));
      } catch (error) {
        log.error({ err: error, queue, job: id, tries: retryCount + 1, lastTry }, "a job failed");
        throw error;
      }
    }
  });
}

const stopping = new AbortController();

/** Has all that is done by the clock done at its times, and once now: nobody knows what was missed. */
async function keepSchedules() {
  for (const name of SCHEDULES) {
    if (stopping.signal.aborted) return;
    await boss.schedule(name, schedules[name].cron, {}, patienceByClock[name]);
    await makeUpFor(name);
  }
  const known: readonly string[] = SCHEDULES;
  for (const { name } of await boss.getSchedules()) {
    if (!known.includes(name)) await boss.unschedule(name);
  }
}

/** What a killed worker was at fails as if it had said so, and is tried again. */
async function takeUpLeftBehind() {
  await begun;
  for (const { id, name } of await listLeftBehind()) {
    if (stopping.signal.aborted) return;
    log.warn({ queue: name, job: id }, "a job was left behind by a worker that is gone");
    await boss.fail(name, id, { message: "Its worker is gone." });
  }
}

/** Takes jobs and keeps the schedules, unless it is told to stop meanwhile. */
async function begin() {
  await boss.start();
  if (stopping.signal.aborted) return;
  for (const queue of QUEUES) {
    const handler = handlers[queue];
    for (let place = 0; place < handler.atOnce; place++) await workOn(queue, handler);
  }
  for (const name of SCHEDULES) {
    const run: Handler["run"] = async ({ now }) => void (await schedules[name].act(now));
    await workOn(name, { looksEvery: 2, run });
  }
  await keepSchedules();
  log.info("the worker runs");
}

async function stop(why: string) {
  if (stopping.signal.aborted) return;
  stopping.abort();
  log.info({ why }, "the worker stops");
  // A queue that is closed while it starts fails.
  await begun;
  await Promise.all([loops, boss.stop({ graceful: true, timeout: LONGEST_STOP })]);
  await holds.close();
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(signal));
// Whoever started us is gone: a worker without its server would run on a database that stops.
process.once("disconnect", () => void stop("its parent ended"));

// It may have gone before anybody listened.
if (process.connected === false) process.exit(0);

const begun = begin();
const loops = runLoops(stopping.signal, takeUpLeftBehind);
await begun;
