import { addHours } from "date-fns";
import { formatInstant } from "@/lib/calendar";
import type { PlaceState } from "@/lib/places/schema";

export const PLACE_STATE_WORDS: Record<PlaceState, string> = {
  waiting: "Declared onsite, waiting",
  confirmed: "Confirmed",
  entered: "Entered",
  submitted: "Submitted",
  withdrawn: "Withdrawn",
  merged: "Left with a merged record",
};

type Waits = { declaredAt: Date | null; waitHours: number; timeZone: string; now: Date };

/** How long a declaration has been waiting: within the time that members are told, or beyond it. */
export function wordsForWait({ declaredAt, waitHours, timeZone, now }: Waits): string {
  if (!declaredAt) return PLACE_STATE_WORDS.waiting;
  const until = addHours(declaredAt, waitHours);
  return until > now
    ? `Declared onsite: members are told it may take until ${formatInstant(until, timeZone)}`
    : `Waiting since ${formatInstant(declaredAt, timeZone)}, longer than members are told`;
}

type Standing = {
  state: PlaceState;
  declaredAt: Date | null;
  /** Days: registered or locked; of them open; of those with an amount. */
  days: number;
  open: number;
  entered: number;
};

/** How a registration stands, in the words of the list. */
export function wordsForPlace(place: Standing, waits: Omit<Waits, "declaredAt">): string {
  const { state, declaredAt, entered, open, days } = place;
  if (state === "waiting") return wordsForWait({ ...waits, declaredAt });
  if (state === "entered") return `Entered ${entered} of ${open} open days`;
  if (state === "confirmed") return `Confirmed for ${days} ${days === 1 ? "day" : "days"}`;
  return PLACE_STATE_WORDS[state];
}
