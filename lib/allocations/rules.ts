import { duplicatesAmong } from "@/lib/allocations/duplicates";
import {
  acceptedLine,
  duplicateLine,
  type Entry,
  type Line,
  pendingLine,
  refusalIn,
  refusedLine,
  returnedLine,
} from "@/lib/allocations/lines";
import { Rooms } from "@/lib/allocations/rooms";
import { Words } from "@/lib/allocations/wording";
import type { Day } from "@/lib/calendar";
import { type CycleDates, windowOf } from "@/lib/certifications/rules";
import type { TermsInForce } from "@/lib/programs/rules";

export type Allocation = {
  window: { from: Day; to: Day };
  /** One for each entry, in the order in which they count. */
  lines: Line[];
  counted: number;
  pending: number;
  surplus: number;
  required: number;
  minimums: { of: "in-network"; credits: number; counted: number; missing: number }[];
  /** The larger of what is missing in the total and in a minimum. */
  outstanding: number;
};

/**
 * What counts of a member's entries for a cycle, and why not more. Entries count by date earned, then
 * date reported, then id; minimums are measured after caps and before what is surplus is cut.
 */
export function allocate(
  entries: readonly Entry[],
  cycle: CycleDates,
  terms: TermsInForce,
): Allocation {
  const { required } = terms;
  const window = windowOf(cycle, terms);
  const words = new Words(terms, window);
  const asked = inOrder(entries).map((entry) => {
    return { entry, refused: refusalIn(entry, terms, window, words) };
  });
  const fit = asked.filter(({ refused }) => !refused).map(({ entry }) => entry);
  const twins = duplicatesAmong(fit);
  const rooms = new Rooms(terms.caps, cycle);

  let total = 0;
  let inNetwork = 0;
  const judged = asked.map(({ entry, refused }): Line | Entry => {
    if (refused) return refusedLine(entry, refused);
    if (entry.state === "returned") return returnedLine(entry, words);
    if (!entry.isAccepted) return entry;
    const twin = twins.get(entry.id);
    if (twin) return duplicateLine(entry, twin, words);
    const taken = rooms.take(entry);
    total += taken.credits;
    if (entry.inNetwork) inNetwork += taken.credits;
    const surplus = Math.min(taken.credits, Math.max(total - required, 0));
    return acceptedLine(entry, taken, surplus, words);
  });
  const lines = judged.map((line) =>
    "entryId" in line ? line : pendingLine(line, rooms, twins.get(line.id), words),
  );
  const minimums = terms.minimums.map(({ of, credits }) => {
    return { of, credits, counted: inNetwork, missing: Math.max(credits - inNetwork, 0) };
  });
  return {
    window,
    lines,
    counted: Math.min(total, required),
    pending: lines.reduce((sum, line) => sum + line.pending, 0),
    surplus: Math.max(total - required, 0),
    required,
    minimums,
    outstanding: Math.max(required - total, 0, ...minimums.map(({ missing }) => missing)),
  };
}

/** Days first, each once: twenty thousand entries share few of them, and comparing texts is dear. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const byDay = new Map<Day, Entry[]>();
  for (const entry of entries) {
    const sameDay = byDay.get(entry.earnedOn);
    if (sameDay) sameDay.push(entry);
    else byDay.set(entry.earnedOn, [entry]);
  }
  const days = [...byDay.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return days.flatMap(([, sameDay]) => sameDay.sort(byReport));
}

/** Ids are UUIDv7: of two that are equal else, the one that was made first goes first. */
function byReport(a: Entry, b: Entry): number {
  if (a.reportedOn !== b.reportedOn) return a.reportedOn < b.reportedOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
