import "server-only";
import type { Day } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { type Joining, listCohortsToIssue, listJoining } from "@/lib/invoices/queries";
import { readSettings } from "@/lib/settings/queries";

/** Credentials that came after a member's renewal was invoiced and are on no invoice yet. */
export async function listLateOf(
  { id, memberId }: { id: string; memberId: string },
  today: Day,
  tx: Tx = db,
): Promise<Joining[]> {
  const { invoiceDaysBefore } = await readSettings(tx);
  const cohorts = await listCohortsToIssue(invoiceDaysBefore, today, tx, memberId);
  const joining = cohorts.length === 0 ? [] : await listJoining(cohorts, tx, memberId);
  return joining.filter(({ renewalId }) => renewalId === id);
}

/** Of these renewals those with which a late credential `waitsForStaff`, asked of many at once. */
export async function listWaitingForStaff(renewalIds: readonly string[]): Promise<Set<string>> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM renewals r JOIN invoices i ON i.renewal_id = r.id AND i.voided_at IS NULL
      WHERE r.id = ANY(${renewalIds}::uuid[]) AND (r.renewed_at IS NOT NULL OR i.reason IS NOT NULL
        OR EXISTS (SELECT FROM payments WHERE invoice_id = i.id AND standing)
        OR EXISTS (SELECT FROM waivers WHERE renewal_id = r.id AND part = 'fee')
        OR (SELECT coalesce(sum(cents), 0) FROM invoice_lines
             WHERE invoice_id = i.id AND kind <> 'late_fee') <= 0)`;
  return new Set(found.map(({ id }) => id));
}
