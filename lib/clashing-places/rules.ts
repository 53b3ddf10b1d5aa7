import { type Day, formatShortDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";

/** What stays with the other record, why, and what has to be settled before the two can be merged. */
export type Judged = { stays: string[]; whys: string[]; refusals: string[] };

/** A day of a registration; credits in hundredths, as corrected. */
type PlaceDay = {
  eventDayId: string;
  day: Day;
  /** Registered for, and not withdrawn since. */
  stands: boolean;
  isLocked: boolean;
  credits: number | null;
};

export type Place = {
  id: string;
  eventId: string;
  title: string;
  isSubmitted: boolean;
  days: readonly PlaceDay[];
};

/** Where both are registered for one event, the registration of the record that is kept stands. */
export function judgePlaces(kept: readonly Place[], other: readonly Place[]): Judged {
  const judged: Judged = { stays: [], whys: [], refusals: [] };
  for (const place of other) {
    const own = kept.find(({ eventId }) => eventId === place.eventId);
    if (!own) continue;
    judged.stays.push(place.id);
    const refusal = refusalOfPlaces(own, place);
    if (refusal) judged.refusals.push(refusal.words);
    else judged.whys.push(wordsForPlaces(own, place));
  }
  return judged;
}

/** Why two registrations for one event keep the records apart, and where that is put right. */
type RefusedPlaces = { words: string; eventId: string; of: "claim" | "registration" };

/** The refusal of two registrations for one event; null where one of them can stay behind. */
export function refusalOfPlaces(own: Place, place: Place): RefusedPlaces | null {
  const { title, eventId } = place;
  const refused = (words: string, of: RefusedPlaces["of"]) => ({ words, eventId, of });
  if (place.isSubmitted && !own.isSubmitted) {
    return refused(
      `${title}: only the other record has submitted a claim. Keep the other record instead, or have the same credits submitted for this one first.`,
      "registration",
    );
  }
  if (place.isSubmitted && !holdsCreditsOf(own, place)) {
    return refused(
      `${title}: both have submitted credits, ${totalOf(own)} here and ${totalOf(place)} on the other record, and not the same for each day. Correct one of the two claims first.`,
      "claim",
    );
  }
  const missing = place.days.filter(
    (day) =>
      day.stands && !own.days.some((each) => each.eventDayId === day.eventDayId && each.stands),
  );
  if (missing.length === 0) return null;
  const days = missing.map(({ day }) => formatShortDay(day)).join(", ");
  return refused(
    `${title}: the other record alone is registered for ${days}. Add that to the registration here first, or withdraw it there.`,
    "registration",
  );
}

function wordsForPlaces(own: Place, place: Place): string {
  const entered = place.days.filter(({ isLocked, credits }) => !isLocked && credits !== null);
  const again =
    entered.length > 0 && !own.isSubmitted
      ? " What was entered there and not submitted has to be entered here."
      : "";
  return `${place.title}: both are registered. ${own.isSubmitted ? "The claim" : "The registration"} of this record stands; the other one stays with the old record and counts for nothing.${again}`;
}

/** Whether every locked day of the other one over 0.00 is locked with as much here. */
function holdsCreditsOf(own: Place, place: Place): boolean {
  return place.days
    .filter(({ isLocked, credits }) => isLocked && credits)
    .every(({ eventDayId, credits }) =>
      own.days.some(
        (each) => each.eventDayId === eventDayId && each.isLocked && each.credits === credits,
      ),
    );
}

function totalOf({ days }: Place): string {
  const locked = days.filter(({ isLocked }) => isLocked);
  return printCredits(locked.reduce((sum, { credits }) => sum + (credits ?? 0), 0));
}
