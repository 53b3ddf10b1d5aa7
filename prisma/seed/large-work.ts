import { db } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { log } from "@/lib/log";
import { largeClaims } from "./large-claims";
import { largeLog, largeStaff } from "./large-log";
import { largeRenewals } from "./large-renewals";
import { largeReports } from "./large-reports";

const LONGEST = 30 * 60_000;

/**
 * What a year of work leaves behind for the large membership. The commands would take hours for it, so
 * it is written by SQL, in one transaction, as they would have written it; no mail is sent by it.
 */
export async function loadLargeWork(now: Date) {
  const load = { now, address: publicUrl() };
  const parts = {
    staff: largeStaff(load),
    claims: largeClaims(load),
    reports: largeReports(load),
    renewals: largeRenewals(load),
    log: largeLog(load),
  };
  await db.$transaction(
    async (tx) => {
      for (const [part, statements] of Object.entries(parts)) {
        let rows = 0;
        for (const statement of statements) rows += await tx.$executeRaw(statement);
        log.info({ part, rows }, "a part of the large membership's work is loaded");
      }
    },
    { timeout: LONGEST },
  );
}
