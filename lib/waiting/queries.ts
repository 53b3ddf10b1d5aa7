import "server-only";
import { db } from "@/lib/db";

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

/** One round trip, since every page of the admin panel shows it. */
export async function countWaiting(): Promise<Waiting> {
  const [counted] = await db.$queryRaw<Waiting[]>`
    SELECT
      (SELECT count(*)::int FROM correction_requests WHERE decided_at IS NULL) AS corrections,
      (SELECT count(*)::int FROM credit_entries WHERE accepted_at IS NULL AND returned_at IS NULL
        AND rejected_at IS NULL AND withdrawn_at IS NULL AND replaced_at IS NULL) AS review,
      (SELECT count(*)::int FROM batch_lines WHERE awaits_since IS NOT NULL) AS forms,
      (SELECT count(*)::int FROM payments p WHERE ((refund_failed_at IS NOT NULL AND (refunded_at IS NULL OR refund_failed_at > refunded_at))
        OR (refunded_at IS NULL AND refund_failed_at IS NULL AND refund_requested_at < now() - interval '1 day')
        OR (refunded_at IS NULL AND refund_requested_at IS NULL
          AND (held_at IS NOT NULL OR (paid_at IS NOT NULL AND NOT standing))))
        AND NOT EXISTS (SELECT FROM payment_resolutions r WHERE r.payment_id = p.id))
      + (SELECT count(*)::int FROM payment_events e WHERE payment_id IS NULL AND NOT EXISTS (
        SELECT FROM payment_resolutions r WHERE (r.gateway, r.event_id) = (e.gateway, e.event_id))) AS payments,
      (SELECT count(DISTINCT r.id)::int FROM registration_days d
        JOIN registrations r ON r.id = d.registration_id JOIN members m ON m.id = r.member_id
        WHERE d.confirmed_at IS NULL AND d.withdrawn_at IS NULL AND m.merged_into_id IS NULL) AS onsite,
      (SELECT count(*)::int FROM credit_audits WHERE answered_at IS NOT NULL AND decided_at IS NULL) AS audits,
      (SELECT count(*)::int FROM messages WHERE unknown_at IS NOT NULL OR failed_at IS NOT NULL) AS mails`;
  if (!counted) throw new Error("A query without conditions gave no row.");
  return counted;
}
