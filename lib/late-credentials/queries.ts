import "server-only";
import type { Day } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { type Joining, listCohortsToIssue, listJoining } from "@/lib/invoices/queries";
import { findSettings } from "@/lib/settings/queries";

/** Credentials that came after a member's renewal was invoiced and are on no invoice yet. */
export async function listLateOf(
  { id, memberId }: { id: string; memberId: string },
  today: Day,
  tx: Tx = db,
): Promise<Joining[]> {
  const { invoiceDaysBefore } = await findSettings();
  const cohorts = await listCohortsToIssue(invoiceDaysBefore, today, memberId);
  const joining = cohorts.length === 0 ? [] : await listJoining(cohorts, tx, memberId);
  return joining.filter(({ renewalId }) => renewalId === id);
}
