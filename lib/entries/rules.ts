/** How an entry stands. */
export type EntryState =
  | "accepted"
  | "awaiting review"
  | "returned"
  | "rejected"
  | "withdrawn"
  | "replaced";

type Decided = Record<
  "acceptedAt" | "returnedAt" | "rejectedAt" | "withdrawnAt" | "replacedAt",
  Date | null
>;

export function stateOf(entry: Decided): EntryState {
  if (entry.replacedAt) return "replaced";
  if (entry.withdrawnAt) return "withdrawn";
  if (entry.rejectedAt) return "rejected";
  if (entry.returnedAt) return "returned";
  return entry.acceptedAt ? "accepted" : "awaiting review";
}
