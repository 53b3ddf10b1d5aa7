import "server-only";
import { db } from "@/lib/db";

/** How much waits for staff, by what it waits for. */
export type Waiting = { corrections: number; review: number; forms: number; mails: number };

/** One round trip, since every page of the admin panel shows it. */
export async function countWaiting(): Promise<Waiting> {
  const [counted] = await db.$queryRaw<Waiting[]>`
    SELECT
      (SELECT count(*)::int FROM correction_requests WHERE decided_at IS NULL) AS corrections,
      (SELECT count(*)::int FROM credit_entries WHERE accepted_at IS NULL AND returned_at IS NULL
        AND rejected_at IS NULL AND withdrawn_at IS NULL AND replaced_at IS NULL) AS review,
      (SELECT count(*)::int FROM batch_lines WHERE awaits_since IS NOT NULL) AS forms,
      (SELECT count(*)::int FROM messages WHERE unknown_at IS NOT NULL OR failed_at IS NOT NULL) AS mails`;
  if (!counted) throw new Error("A query without conditions gave no row.");
  return counted;
}
