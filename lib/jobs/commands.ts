import "server-only";
import { db } from "@/lib/db";

/** The worker's sign of life, which health looks at. */
export async function beat(now: Date) {
  await db.workerBeat.upsert({
    where: { name: "worker" },
    create: { name: "worker", beatAt: now },
    update: { beatAt: now },
  });
}
