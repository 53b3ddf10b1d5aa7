import "server-only";
import { cache } from "react";
import { db } from "@/lib/db";
import { countNeedingStaff } from "@/lib/payments/queries";

/** How much waits for staff, by what it waits for. */
export type Waiting = {
  corrections: number;
  review: number;
  forms: number;
  /** Registrations with days that were declared onsite. */
  onsite: number;
  payments: number;
  /** Audits that their members answered. */
  audits: number;
  mails: number;
};

/** What waits by now, counted once per request: every page of the admin panel shows it. */
export const findWaiting = cache(() => countWaiting(new Date()));

export async function countWaiting(now: Date): Promise<Waiting> {
  const [counted, payments] = await Promise.all([countRows(), countNeedingStaff(now)]);
  return { ...counted, payments };
}

/** All that needs no rule of its own, in one round trip. */
async function countRows(): Promise<Omit<Waiting, "payments">> {
  const [counted] = await db.$queryRaw<Omit<Waiting, "payments">[]>`
    SELECT
      (SELECT count(*)::int FROM correction_requests WHERE decided_at IS NULL) AS corrections,
      (SELECT count(*)::int FROM credit_entries WHERE accepted_at IS NULL AND returned_at IS NULL
        AND rejected_at IS NULL AND withdrawn_at IS NULL AND replaced_at IS NULL) AS review,
      (SELECT count(*)::int FROM batch_lines WHERE awaits_since IS NOT NULL) AS forms,
      (SELECT count(DISTINCT r.id)::int FROM registration_days d
        JOIN registrations r ON r.id = d.registration_id JOIN members m ON m.id = r.member_id
        WHERE d.confirmed_at IS NULL AND d.withdrawn_at IS NULL AND m.merged_into_id IS NULL) AS onsite,
      (SELECT count(*)::int FROM credit_audits WHERE answered_at IS NOT NULL AND decided_at IS NULL) AS audits,
      (SELECT count(*)::int FROM messages WHERE unknown_at IS NOT NULL OR failed_at IS NOT NULL) AS mails`;
  if (!counted) throw new Error("A query without conditions gave no row.");
  return counted;
}
