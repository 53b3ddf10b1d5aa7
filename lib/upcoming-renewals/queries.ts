import "server-only";
import type { Day } from "@/lib/calendar";
import { listActiveCycles } from "@/lib/certifications/queries";
import { groupsOf, issuedFrom } from "@/lib/invoices/groups";
import { isMemberRetired } from "@/lib/members/queries";
import { standingUnder } from "@/lib/renewals/standing";
import { findSettings } from "@/lib/settings/queries";
import { listStandingEntries } from "@/lib/standing-entries/queries";

export type Upcoming = Awaited<ReturnType<typeof listUpcoming>>[number];

/**
 * What a member gathers credit for but was not invoiced yet, with what counts so far; next due first.
 * Retired members get no invoice, so nothing is to come for them.
 */
export async function listUpcoming(memberId: string, today: Day) {
  const [cycles, entries, { invoiceDaysBefore }, isRetired] = await Promise.all([
    listActiveCycles(memberId, today),
    listStandingEntries(memberId),
    findSettings(),
    isMemberRetired(memberId),
  ]);
  if (isRetired) return [];
  const open = cycles.filter(({ renewalId }) => renewalId === null);
  const groups = groupsOf(open.map((cycle) => ({ ...cycle, memberId, code: cycle.called.code })));
  return groups
    .map((group) => ({
      ...group,
      invoicedFrom: issuedFrom(group.dueOn, invoiceDaysBefore),
      standing: standingUnder(group.terms, group.cycles, entries),
    }))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}
