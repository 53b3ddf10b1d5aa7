import type { Entry } from "@/lib/allocations/lines";
import type { Day } from "@/lib/calendar";
import type { EntrySource } from "@/prisma/generated/enums";

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

type Named = {
  source: EntrySource;
  provider: { name: string } | null;
  providerOther: string | null;
};

/** Who gave the credit: of a claim it is the association itself. */
export function providerOf({ source, provider, providerOther }: Named, association: string) {
  return provider?.name ?? providerOther ?? (source === "claim" ? association : "—");
}

/** An entry that is not replaced, withdrawn or rejected, with what pages show beside what counts. */
export type StandingEntry = Entry & {
  provider: string;
  courseNumber: string;
  state: EntryState;
  /** What staff wrote when they looked. */
  reviewNote: string | null;
};

/** What an entry is recognised by; `providerId` null: a provider that is only named. */
export type Marks = Pick<
  StandingEntry,
  "provider" | "providerKey" | "courseNumberKey" | "titleKey" | "inNetwork"
> & { providerId: string | null };

/** What the form says of an entry, read but not saved. Credits are hundredths. */
export type Reported = Pick<
  StandingEntry,
  "earnedOn" | "format" | "credits" | "creditType" | "title" | "courseNumber"
> &
  Marks;

/** After every id that is given out: what is reported now comes last of its day. */
const NOT_SAVED = "ffffffff-ffff-7fff-bfff-ffffffffffff";

/** A self-report as it stands once it is saved and accepted. */
export function asEntry({ providerId: _, ...reported }: Reported, today: Day): StandingEntry {
  return {
    ...reported,
    id: NOT_SAVED,
    source: "self_report",
    reportedOn: today,
    claimKey: null,
    isAccepted: true,
    isNotDuplicate: false,
    state: "accepted",
    reviewNote: null,
  };
}
