import { allocate } from "@/lib/allocations/rules";
import { manyEntries, TERMS } from "@/tests/unit/allocations/an-entry";

const ROUNDS = 15;

/** The median of what one calculation over 20,000 entries takes, in milliseconds. */
export async function allocate20000(): Promise<number> {
  const cycle = { startsOn: "2024-01-01", endsOn: "2026-12-31" };
  const took = Array.from({ length: ROUNDS }, () => {
    // Texts of their own each time, as they come from the database.
    const entries = manyEntries(20_000);
    const startedAt = performance.now();
    allocate(entries, cycle, TERMS);
    return performance.now() - startedAt;
  });
  return took.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}
