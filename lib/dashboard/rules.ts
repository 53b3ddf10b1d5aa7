import type { Line, Reason } from "@/lib/allocations/lines";
import type { Allocation } from "@/lib/allocations/rules";
import type { Day } from "@/lib/calendar";
import type { CycleDates, CycleState } from "@/lib/certifications/rules";
import type { StandingEntry } from "@/lib/entries/rules";
import type { TermsInForce } from "@/lib/programs/rules";

/** A cycle of a member's certification. */
export type HeldCycle = CycleDates & {
  id: string;
  /** In that cycle: "ACSM-CPT", "ACSM Certified Personal Trainer". */
  called: { code: string; name: string };
  window: { from: Day; to: Day };
  dueOn: Day;
  lapsesOn: Day | null;
  state: CycleState;
  terms: TermsInForce;
};

/** A cycle with what counts for it. */
export type Standing = Allocation & { cycle: HeldCycle };

export type CycleLine = { cycle: HeldCycle; line: Line };

/** What each entry does for each of these cycles, by the entry's id. */
export function linesByEntry(standings: readonly Standing[]): Map<string, CycleLine[]> {
  const found = new Map<string, CycleLine[]>();
  for (const { cycle, lines } of standings) {
    for (const line of lines) {
      const known = found.get(line.entryId);
      if (known) known.push({ cycle, line });
      else found.set(line.entryId, [{ cycle, line }]);
    }
  }
  return found;
}

export type EntryFilters = {
  format?: string;
  year?: string;
  /** "counts", or why an entry does not. */
  standing?: string;
};

/** The entries that pass the filters; how they stand is judged by the lines given. */
export function filterEntries<Listed extends StandingEntry>(
  entries: readonly Listed[],
  { format, year, standing }: EntryFilters,
  lines: ReadonlyMap<string, readonly CycleLine[]>,
): Listed[] {
  return entries.filter(
    (entry) =>
      (!format || entry.format === format) &&
      (!year || entry.earnedOn.startsWith(year)) &&
      (!standing || standingsOf(entry, lines.get(entry.id) ?? []).has(standing)),
  );
}

/** All that may be asked of how an entry stands: "counts", "returned", its reasons. */
export function standingsOf(
  { state }: Pick<StandingEntry, "state">,
  lines: readonly CycleLine[],
): Set<string> {
  const standings = new Set<string>();
  if (state === "returned") standings.add("returned");
  for (const { line } of lines) {
    if (line.counted > 0) standings.add("counts");
    if (line.reason !== "counted") standings.add(line.reason);
  }
  return standings;
}

/** In the order in which the filter offers them. */
export const STANDINGS: readonly ("counts" | "rejected" | Exclude<Reason, "counted">)[] = [
  "counts",
  "awaiting review",
  "returned",
  "yearly maximum",
  "cycle maximum",
  "surplus",
  "outside the window",
  "duplicate",
  "credit type not accepted",
  "source not accepted",
  "format not accepted yet",
];

const SORTS = {
  earned: (entry: StandingEntry) => entry.earnedOn,
  reported: (entry: StandingEntry) => entry.reportedOn,
  credits: (entry: StandingEntry) => entry.credits,
  name: (entry: StandingEntry) => entry.titleKey,
  format: (entry: StandingEntry) => entry.format,
  type: (entry: StandingEntry) => entry.creditType,
};

export type SortKey = keyof typeof SORTS;
/** `-earned` is the latest first. */
export type Sort = SortKey | `-${SortKey}`;

/** Sorted; of equals the one earned last goes first. */
export function sortEntries<Listed extends StandingEntry>(
  entries: readonly Listed[],
  sort: Sort,
): Listed[] {
  const isDown = sort.startsWith("-");
  const sortedBy = SORTS[(isDown ? sort.slice(1) : sort) as SortKey];
  return entries.toSorted((a, b) => {
    const order = compare(sortedBy(a), sortedBy(b));
    if (order !== 0) return isDown ? -order : order;
    const later = compare(b.earnedOn, a.earnedOn) || compare(b.id, a.id);
    return sort === "earned" ? -later : later;
  });
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
