import "server-only";
import { db } from "@/lib/db";
import type { ScheduleName } from "@/lib/jobs/names";
import { queueTick } from "@/lib/jobs/queue";

/** The worker's sign of life, which health looks at. */
export async function beat(now: Date) {
  await db.workerBeat.upsert({
    where: { name: "worker" },
    create: { name: "worker", beatAt: now },
    update: { beatAt: now },
  });
}

/** Has what is done by the clock be done now, unless it waits to be done already. */
export async function makeUpFor(name: ScheduleName) {
  await queueTick(db, name);
}
