import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { announceOpenCredits } from "@/lib/announcements/commands";
import { sweepAttempts } from "@/lib/attempts/commands";
import { sealAudit } from "@/lib/audit/commands";
import { todayIn } from "@/lib/calendar";
import { openNextCycles } from "@/lib/certifications/commands";
import { remindOfEndings } from "@/lib/cycle-reminders/commands";
import { sweepDocuments } from "@/lib/documents/commands";
import { sweepRuns } from "@/lib/import-runs/commands";
import { joinLateCredentials } from "@/lib/invoice-changes/commands";
import { issueInvoices } from "@/lib/invoices/commands";
import { beat } from "@/lib/jobs/commands";
import { remindOfLateFees } from "@/lib/late-fees/commands";
import { log } from "@/lib/log";
import { recheckRenewals, settleRenewals } from "@/lib/renewals/commands";
import { findSettings } from "@/lib/settings/queries";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What the worker does by the clock, until the signal; resolves when the last round has ended. */
export async function runLoops(signal: AbortSignal) {
  await Promise.all([
    repeat("report", 5 * SECOND, signal, () => beat(new Date())),
    repeat("seal the audit log", 2 * SECOND, signal, sealer(signal)),
    repeat("announce open credits", MINUTE, signal, async () => {
      await announceOpenCredits(new Date());
    }),
    repeat("open the next cycles", MINUTE, signal, openCycles),
    repeat("issue invoices", HOUR, signal, invoice),
    repeat("remind of cycles and late fees", HOUR, signal, remind),
    repeat("look at renewals under changed rules", HOUR, signal, recheckRenewals),
    repeat("settle renewals", 3 * SECOND, signal, async () => {
      await settleRenewals(new Date());
    }),
    repeat("sweep old attempts", HOUR, signal, () => sweepAttempts(new Date())),
    repeat("sweep old imports", HOUR, signal, () => sweepRuns(new Date())),
    repeat("sweep abandoned documents", HOUR, signal, () => sweepDocuments(new Date())),
  ]);
}

async function openCycles() {
  const now = new Date();
  await openNextCycles(todayIn((await findSettings()).timeZone, now), now);
}

async function invoice() {
  const now = new Date();
  const today = todayIn((await findSettings()).timeZone, now);
  await issueInvoices(today, now);
  await joinLateCredentials(today, now);
}

async function remind() {
  const now = new Date();
  await remindOfEndings(now);
  await remindOfLateFees(now);
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

/** Looks at the whole log at its start, each hour and when an entry has come late; else near its end. */
function sealer(signal: AbortSignal): () => Promise<void> {
  let lookAtAllFrom = 0;
  return async () => {
    const startedAt = Date.now();
    const reach = startedAt >= lookAtAllFrom ? "all" : "recent";
    let late = false;
    for (let more = true; more && !signal.aborted; ) {
      const sealed = await sealAudit(reach);
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
