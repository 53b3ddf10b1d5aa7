import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { db } from "@/lib/db";

const ANSWER_WITHIN = 2000;
const BEAT_WITHIN = 20_000;

/** What keeps us from working, as a sentence; null when database and worker both do. */
export async function findFault(now: Date): Promise<string | null> {
  const late = new AbortController();
  const latest = db.workerBeat
    .findFirst({ select: { beatAt: true }, orderBy: { beatAt: "desc" } })
    .catch(() => "unanswered" as const);
  const beat = await Promise.race([
    latest,
    delay(ANSWER_WITHIN, "unanswered" as const, { signal: late.signal, ref: false }),
  ]);
  late.abort();
  if (beat === "unanswered") return "The database does not answer.";
  if (beat === null) return "The worker has never reported.";
  const silence = now.getTime() - beat.beatAt.getTime();
  if (silence <= BEAT_WITHIN) return null;
  return `The worker has not reported for ${Math.round(silence / 1000)} seconds.`;
}
