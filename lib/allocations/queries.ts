import "server-only";
import { allocate } from "@/lib/allocations/rules";
import type { Day } from "@/lib/calendar";
import { type ListedCycle, listActiveCycles, listCycles } from "@/lib/certifications/queries";
import type { StandingEntry } from "@/lib/entries/rules";
import { boundTerms } from "@/lib/invoices/rules";
import { listStandingEntries } from "@/lib/standing-entries/queries";

/**
 * A member's entries that stand, also without a certification, with what counts of them for the active
 * cycles or for all that the member ever held, and why. The page, the CSV and the PDF all show this, so
 * that there is one figure everywhere.
 */
export async function findStandings(memberId: string, which: "active" | "all", today: Day) {
  const [cycles, entries] = await Promise.all([
    which === "active" ? listActiveCycles(memberId, today) : listCycles(memberId, today),
    listStandingEntries(memberId),
  ]);
  return {
    entries,
    standings: cycles.map((cycle) => ({ cycle, ...allocate(entries, cycle, boundTerms(cycle)) })),
  };
}

/** What counts for one cycle of the member, over or not, each line with its entry; null when it isn't the member's. */
export async function findAllocation(memberId: string, cycleId: string, today: Day) {
  const [cycles, entries] = await Promise.all([
    listCycles(memberId, today),
    listStandingEntries(memberId),
  ]);
  const cycle = cycles.find(({ id }) => id === cycleId);
  return cycle ? allocationOf(cycle, entries) : null;
}

/** What an entry would do before it is saved: for each active cycle, without it and with it. */
export async function previewEntry(memberId: string, entry: StandingEntry) {
  const [cycles, entries] = await Promise.all([
    listActiveCycles(memberId, entry.reportedOn),
    listStandingEntries(memberId),
  ]);
  return cycles.map((cycle) => {
    const before = allocationOf(cycle, entries);
    const after = allocationOf(cycle, [...entries, entry]);
    const line = after.lines.find(({ entryId }) => entryId === entry.id);
    if (!line) throw new Error("The entry has no line.");
    const repeats = entries.find(({ id }) => id === line.sameAs) ?? null;
    return { cycle, line, repeats, before, after };
  });
}

function allocationOf(cycle: ListedCycle, entries: readonly StandingEntry[]) {
  const { lines, ...allocation } = allocate(entries, cycle, boundTerms(cycle));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const ledger = lines.flatMap((line) => {
    const entry = byId.get(line.entryId);
    return entry ? [{ ...line, entry }] : [];
  });
  return { cycle, ...allocation, lines: ledger };
}
