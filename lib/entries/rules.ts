import type { Entry } from "@/lib/allocations/lines";

/** How an entry stands. */
export type EntryState =
  | "accepted"
  | "awaiting review"
  | "returned"
  | "rejected"
  | "withdrawn"
  | "replaced";

/** When each was decided, an instant or its text in JSON; null or left out: it was not. */
type Decided = Record<"acceptedAt" | "returnedAt", Date | string | null> &
  Partial<Record<"rejectedAt" | "withdrawnAt" | "replacedAt", Date | string | null>>;

export function stateOf(entry: Decided): EntryState {
  if (entry.replacedAt) return "replaced";
  if (entry.withdrawnAt) return "withdrawn";
  if (entry.rejectedAt) return "rejected";
  if (entry.returnedAt) return "returned";
  return entry.acceptedAt ? "accepted" : "awaiting review";
}

/** An entry that is not replaced, withdrawn or rejected, with what pages show beside what counts. */
export type StandingEntry = Entry & {
  provider: string;
  courseNumber: string;
  state: EntryState;
  /** What staff wrote when they looked. */
  reviewNote: string | null;
};
