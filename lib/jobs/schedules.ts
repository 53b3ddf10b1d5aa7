import "server-only";
import { announceOpenCredits } from "@/lib/announcements/commands";
import { sweepAttempts } from "@/lib/attempts/commands";
import { type Day, todayIn } from "@/lib/calendar";
import { openNextCycles } from "@/lib/certifications/commands";
import { remindOfAudits } from "@/lib/credit-audits/commands";
import { remindOfEndings } from "@/lib/cycle-reminders/commands";
import { sweepDocuments } from "@/lib/documents/commands";
import { sweepRuns } from "@/lib/import-runs/commands";
import { issueAllDue } from "@/lib/invoice-changes/commands";
import type { ScheduleName } from "@/lib/jobs/names";
import { remindOfLateFees } from "@/lib/late-fees/commands";
import { recheckRenewals } from "@/lib/renewals/commands";
import { sweepPreviews } from "@/lib/rule-previews/commands";
import { findSettings } from "@/lib/settings/queries";

type Schedule = {
  /** Minute, hour, day, month, weekday; UTC. What needs the association's date asks for it itself. */
  cron: string;
  /** May run twice, or late, for one tick: each command asks its own rows what is left to do. */
  act: (now: Date) => Promise<unknown>;
};

const MINUTELY = "* * * * *";

/** What the worker does by the clock; each is also done when a worker starts, to make up for what was missed. */
export const schedules: Record<ScheduleName, Schedule> = {
  "announce-open-credits": { cron: MINUTELY, act: announceOpenCredits },
  "open-next-cycles": {
    cron: MINUTELY,
    act: async (now) => openNextCycles(await today(now), now),
  },
  "issue-invoices": { cron: "5 * * * *", act: (now) => issueAllDue(now) },
  // After the invoices, whose figures it tells.
  "remind-of-cycles": { cron: "20 * * * *", act: remind },
  "remind-of-audits": { cron: "25 * * * *", act: remindOfAudits },
  "recheck-renewals": { cron: "35 * * * *", act: recheckRenewals },
  sweep: { cron: "50 * * * *", act: sweep },
};

async function today(now: Date): Promise<Day> {
  return todayIn((await findSettings()).timeZone, now);
}

async function remind(now: Date) {
  try {
    await remindOfEndings(now);
  } finally {
    await remindOfLateFees(now);
  }
}

/** Side by side: one that fails doesn't keep the others back. */
function sweep(now: Date) {
  return Promise.all([sweepAttempts(now), sweepRuns(now), sweepDocuments(now), sweepPreviews(now)]);
}
