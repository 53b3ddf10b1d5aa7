import type { Entry } from "@/lib/allocations/lines";
import { allocate } from "@/lib/allocations/rules";
import { manyEntries, TERMS } from "@/tests/unit/allocations/an-entry";

const ROUNDS = 30;

/** The median of what one calculation over 20,000 entries, in no order, takes in milliseconds. */
export async function allocate20000(): Promise<number> {
  const cycle = { startsOn: "2024-01-01", endsOn: "2026-12-31" };
  // Each text in one piece, as it comes from the database; made before, so that its garbage is not
  // collected on the calculation's time.
  const entries: Entry[] = JSON.parse(JSON.stringify(manyEntries(20_000)));
  const took = Array.from({ length: ROUNDS }, () => {
    const startedAt = performance.now();
    allocate(entries, cycle, TERMS);
    return performance.now() - startedAt;
  });
  return took.sort((a, b) => a - b)[ROUNDS / 2] ?? 0;
}
