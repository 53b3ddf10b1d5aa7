import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { sealAudit } from "@/lib/audit/commands";
import { beat } from "@/lib/jobs/commands";
import { log } from "@/lib/log";
import { settleRenewals } from "@/lib/renewals/commands";

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/**
 * What the worker does every few seconds, until the signal; resolves when the last round has ended. A
 * schedule of the queue (lib/jobs/schedules.ts) comes once a minute at most, and these can't wait for it.
 */
export async function runLoops(signal: AbortSignal, takeUpLeftBehind: () => Promise<void>) {
  await Promise.all([
    repeat("report", 5 * SECOND, signal, () => beat(new Date())),
    repeat("take up what was left behind", 5 * SECOND, signal, takeUpLeftBehind),
    repeat("seal the audit log", 2 * SECOND, signal, sealer(signal)),
    repeat("settle renewals", 3 * SECOND, signal, settler()),
  ]);
}

async function repeat(name: string, wait: number, signal: AbortSignal, act: () => Promise<void>) {
  while (!signal.aborted) {
    await act().catch((error: unknown) => {
      log.error({ err: error }, `the worker could not ${name}`);
    });
    // Aborted while waiting: the loop has come to its end.
    await delay(wait, undefined, { signal }).catch(() => {});
  }
}

/** Goes round the renewals that wait to be looked at: some that fail don't take every look. */
function settler(): () => Promise<void> {
  let after: string | null = null;
  return async () => {
    const { last, failures } = await settleRenewals(new Date(), after);
    after = last;
    if (failures.length > 0) {
      throw new AggregateError(failures, "Some renewals could not be settled.");
    }
  };
}

/** Looks at the whole log at its start, each hour and when an entry has come late; else near its end. */
function sealer(signal: AbortSignal): () => Promise<void> {
  let lookAtAllFrom = 0;
  return async () => {
    const startedAt = Date.now();
    const reach = startedAt >= lookAtAllFrom ? "all" : "recent";
    let late = false;
    let from = 0n;
    for (let more = true; more && !signal.aborted; ) {
      const sealed = await sealAudit(reach, from);
      from = sealed.reached;
      late ||= reach === "recent" && sealed.late;
      more = sealed.more;
      if (sealed.added === 0 || !sealed.head) continue;
      const { number, hash } = sealed.head;
      log.info({ number: number.toString(), head: hash }, "the audit log is sealed");
    }
    if (late) lookAtAllFrom = 0;
    else if (reach === "all" && !signal.aborted) lookAtAllFrom = startedAt + HOUR;
  };
}
