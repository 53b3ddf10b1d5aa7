import type { Entry } from "@/lib/allocations/lines";
import { allocate } from "@/lib/allocations/rules";
import type { CycleDates } from "@/lib/certifications/rules";
import type { TermsInForce } from "@/lib/programs/rules";
import { years } from "@/tests/unit/programs/shipped";
import { anEntry, TERMS } from "./an-entry";

/** The cycle of the trainer whom most cases are about. */
export const CYCLE = years(2024, 2026);
export const entriesOf = (...told: Partial<Entry>[]) => told.map(anEntry);

/** What counts, with the lines in the order of the entries given. */
export function answers(entries: Entry[], cycle: CycleDates = CYCLE, terms: TermsInForce = TERMS) {
  const allocation = allocate(entries, cycle, terms);
  const lineOf = ({ id }: Entry) => allocation.lines.find(({ entryId }) => entryId === id);
  const lines = entries.map(lineOf);
  return {
    ...allocation,
    counts: lines.map((line) => line?.counted),
    reasons: lines.map((line) => line?.reason),
    details: lines.map((line) => line?.detail),
  };
}
