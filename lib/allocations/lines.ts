import type { Comparable, Twin } from "@/lib/allocations/duplicates";
import type { Rooms, Taken } from "@/lib/allocations/rooms";
import type { Words } from "@/lib/allocations/wording";
import type { Day } from "@/lib/calendar";
import type { TermsInForce } from "@/lib/programs/rules";

/** An entry that stands: not replaced, withdrawn or rejected. Credits are hundredths. */
export type Entry = Comparable & {
  reportedOn: Day;
  format: string;
  credits: number;
  creditType: string;
  inNetwork: boolean;
  /** How it stands, where that is known: what was returned waits for its member, not for review. */
  state?: string;
};

export type Reason =
  | "counted"
  | "outside the window"
  | "yearly maximum"
  | "cycle maximum"
  | "awaiting review"
  | "returned"
  | "duplicate"
  | "credit type not accepted"
  | "source not accepted"
  | "format not accepted yet"
  | "surplus";

/** What one entry does for one cycle. */
export type Line = {
  entryId: string;
  counted: number;
  /** What of it does not count; `surplus` is a part of it. */
  rest: number;
  surplus: number;
  /** What it would add once it is accepted. */
  pending: number;
  reason: Reason;
  /** The rule that the reason comes from, in a sentence. */
  detail: string;
  /** The entry that it repeats. */
  sameAs: string | null;
};

export type Refused = Pick<Line, "reason" | "detail">;

/** Why nothing of the entry can count, whatever else is on record; null when it may. */
export function refusalIn(
  { earnedOn, creditType, source, format }: Entry,
  terms: TermsInForce,
  window: { from: Day; to: Day },
  words: Words,
): Refused | null {
  if (earnedOn < window.from || window.to < earnedOn) {
    return { reason: "outside the window", detail: words.outside() };
  }
  if (creditType === "None" || terms.creditTypesRefused.includes(creditType)) {
    return { reason: "credit type not accepted", detail: words.creditType(creditType) };
  }
  if (!terms.sources.includes(source)) {
    return { reason: "source not accepted", detail: words.source(source) };
  }
  const from = terms.formatsFrom[format];
  if (from && earnedOn < from) {
    return { reason: "format not accepted yet", detail: words.formatFrom(format, from) };
  }
  return null;
}

/** The line of an entry of which nothing counts. */
export function refusedLine({ id, credits }: Entry, { reason, detail }: Refused): Line {
  return {
    entryId: id,
    counted: 0,
    rest: credits,
    surplus: 0,
    pending: 0,
    reason,
    detail,
    sameAs: null,
  };
}

/** The line of an entry that was sent back: it adds nothing, for a report anew takes its place. */
export function returnedLine(entry: Entry, words: Words): Line {
  return refusedLine(entry, { reason: "returned", detail: words.returned() });
}

export function duplicateLine(entry: Entry, twin: Twin, words: Words): Line {
  const line = refusedLine(entry, { reason: "duplicate", detail: words.duplicate(twin) });
  line.sameAs = twin.of.id;
  return line;
}

/** The line of an entry that counts as far as its caps leave room and the total is not reached. */
export function acceptedLine(
  { id, credits }: Entry,
  taken: Taken,
  surplus: number,
  words: Words,
): Line {
  const { binding } = taken;
  const counted = taken.credits - surplus;
  const line: Line = {
    entryId: id,
    counted,
    rest: credits - counted,
    surplus,
    pending: 0,
    reason: "counted",
    detail: words.counted(),
    sameAs: null,
  };
  if (binding) {
    line.reason = binding.room.cap.per === "cycle" ? "cycle maximum" : "yearly maximum";
    line.detail = words.cap(binding);
    if (surplus > 0) line.detail += ` ${words.surplus(surplus)}`;
  } else if (surplus > 0) {
    line.reason = "surplus";
    line.detail = words.surplus(surplus);
  }
  return line;
}

/** The line of an entry that awaits review: what it would add in the room that is left. */
export function pendingLine(
  entry: Entry,
  rooms: Rooms,
  twin: Twin | undefined,
  words: Words,
): Line {
  const { credits, binding } = twin ? { credits: 0, binding: null } : rooms.take(entry);
  const because = twin ? words.duplicate(twin) : binding ? words.cap(binding) : "";
  const detail = words.awaitsReview(credits, because);
  const line = refusedLine(entry, { reason: "awaiting review", detail });
  line.pending = credits;
  line.sameAs = twin?.of.id ?? null;
  return line;
}
