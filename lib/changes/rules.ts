import { DomainError } from "@/lib/errors";
import { fingerprintOf } from "@/lib/fingerprint";

type Plain = string | number | boolean | null;

/** What differs, by name, from what to what, as the audit log keeps it. */
export function changesOf<Row extends Record<string, Plain>>(
  before: Row,
  after: Partial<Row>,
): Record<string, { from: Plain; to: Plain }> {
  const changed = Object.entries(after).filter(([name, to]) => before[name] !== to);
  return Object.fromEntries(
    changed.map(([name, to]) => [name, { from: before[name] ?? null, to: to ?? null }]),
  );
}

/** The refusal of a form that showed something else than what stands now; null when it showed that. */
export function refusalOfStale(row: Record<string, Plain>, seen: string): DomainError | null {
  if (fingerprintOf(row) === seen) return null;
  const why =
    "This was changed meanwhile. What stands now is in the list: look at it, then try again.";
  return new DomainError("conflict", why);
}

/** The refusal to remove what a colleague removed first. */
export function refusalOfGone(): DomainError {
  return new DomainError("conflict", "A colleague removed it already.");
}
