import { afterEach, beforeAll, expect, test } from "vitest";
import { shiftDay, todayIn } from "@/lib/calendar";
import { db } from "@/lib/db";
import { makeUpFor } from "@/lib/jobs/commands";
import { SCHEDULES, type ScheduleName } from "@/lib/jobs/names";
import { schedules } from "@/lib/jobs/schedules";
import { findSettings } from "@/lib/settings/queries";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { startWorker, until } from "@/tests/support/worker";

let workers: ReturnType<typeof startWorker>[] = [];

beforeAll(async () => {
  await shippedPrograms();
});

afterEach(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await Promise.all(workers.map(({ exit }) => exit));
  workers = [];
  await db.$executeRaw`DELETE FROM pgboss.job`;
  await db.$executeRaw`DELETE FROM pgboss.schedule`;
});

const start = () => workers.push(startWorker({}));

type Job = { id: string; state: string; retryCount: number };

const jobsOf = (name: ScheduleName) => db.$queryRaw<Job[]>`
  SELECT id, state::text, retry_count AS "retryCount" FROM pgboss.job WHERE name = ${name}
    ORDER BY created_on`;

const kept = () => db.$queryRaw<{ name: string; cron: string }[]>`
  SELECT name, cron FROM pgboss.schedule ORDER BY name`;

async function isQuiet(name: ScheduleName) {
  const jobs = await jobsOf(name);
  return jobs.length > 0 && jobs.every(({ state }) => state === "completed");
}

/** Whose cycle ends in five days of the real clock, by which the worker goes. */
async function aMemberNearTheEnd() {
  const { timeZone } = await findSettings();
  const endsOn = shiftDay(todayIn(timeZone, new Date()), { days: 5 });
  const startsOn = shiftDay(endsOn, { years: -3, days: 1 });
  return aCertification("ACSM-CPT", [{ startsOn, endsOn }]);
}

const mailsTo = (memberId: string) =>
  db.message.count({ where: { memberId, kind: "cycle_ending" } });

test("what is queued twice waits once, and whoever works on it does so alone", async () => {
  await Promise.all([1, 2, 3].map(() => makeUpFor("remind-of-cycles")));
  const [job, ...others] = await jobsOf("remind-of-cycles");
  expect(others).toEqual([]);
  await db.$executeRaw`UPDATE pgboss.job SET state = 'active' WHERE id = ${job?.id}::uuid`;
  await makeUpFor("remind-of-cycles");
  const another = db.$executeRaw`
    UPDATE pgboss.job SET state = 'active' WHERE name = 'remind-of-cycles' AND state = 'created'`;
  await expect(another).rejects.toThrow("unique");
});

test("two workers keep the schedules, and what is due is done once", async () => {
  const held = await Promise.all([1, 2, 3].map(aMemberNearTheEnd));
  start();
  start();
  await until(() => isQuiet("remind-of-cycles"), "the reminders are done");
  for (const { memberId } of held) expect(await mailsTo(memberId)).toBe(1);
  // A busy worker may be reminding before it has kept the last of them.
  await until(async () => (await kept()).length === SCHEDULES.length, "all schedules are kept");
  const asSaid = SCHEDULES.toSorted().map((name) => ({ name, cron: schedules[name].cron }));
  expect(await kept()).toEqual(asSaid);
});

test("what a killed worker was at is done by the next", async () => {
  const { memberId } = await aMemberNearTheEnd();
  await makeUpFor("remind-of-cycles");
  const [cut] = await jobsOf("remind-of-cycles");
  // As a worker leaves it that took the job and was killed a while ago.
  await db.$executeRaw`
    UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 hour', retry_delay = 0
     WHERE name = 'remind-of-cycles'`;
  start();
  const isDone = async () => {
    const jobs = await jobsOf("remind-of-cycles");
    return jobs.some(({ id, state }) => id === cut?.id && state === "completed");
  };
  await until(isDone, "the job that was cut off is done");
  expect((await jobsOf("remind-of-cycles")).find(({ id }) => id === cut?.id)?.retryCount).toBe(1);
  await until(() => isQuiet("remind-of-cycles"), "the others are done");
  expect(await mailsTo(memberId)).toBe(1);
});
