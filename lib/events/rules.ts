import { type Day, instantOf, isTimeZone } from "@/lib/calendar";
import { type CreditStep, printCredits, refusalOfStep } from "@/lib/credits/amount";

// What may be said of an event, its days and its designations: asked by the forms of staff and by the
// files that are imported.

/** The placeholders that a certificate fills in: in the accreditation statement, in a designation's. */
export const ACCREDITATION_PLACES = ["provider", "format"] as const;
export const DESIGNATION_PLACES = ["provider", "format", "maximum", "approval_number"] as const;

export const REFUSAL_OF_DATE = "There is no such date; write it as 2025-03-29.";
export const REFUSAL_OF_LOCAL_TIME = "Enter the local time as hours and minutes, such as 08:00.";
export const REFUSAL_OF_ZONE =
  "There is no such time zone; use an IANA name, such as Europe/Berlin.";
export const REFUSAL_BELOW_ZERO =
  "A maximum is not below zero. Enter it as a number, such as 7.25.";

/** Why a file may not hold the words: nothing fills in a placeholder; null when all are filled in. */
export function refusalOfPlaceholders(said: string, places: readonly string[]): string | null {
  const [unknown] = unfilledIn(said, places);
  return unknown === undefined
    ? null
    : `{${unknown}} is not a placeholder. ${wordsForPlaces(places)}`;
}

/** The placeholders in the words that nothing fills in, each once: they are printed as they stand. */
export function unfilledIn(said: string, places: readonly string[]): string[] {
  return [...new Set(placeholdersOf(said))].filter((place) => !places.includes(place));
}

export function wordsForPlaces(places: readonly string[]): string {
  const known = places.map((place) => `{${place}}`).join(", ");
  return `The placeholders that are filled in here are ${known}.`;
}

export function placeholdersOf(said: string): string[] {
  return [...said.matchAll(PLACE)].map(([, place = ""]) => place);
}

/** Each brace that opens or closes nothing, with the word it stands at: they are printed as they stand. */
export function loneBracesIn(said: string): string[] {
  const [...alone] = said.replaceAll(PLACE, " ").matchAll(/\{[^{}\s]*|[^{}\s]*\}/g);
  return [...new Set(alone.map(([brace]) => brace))];
}

const PLACE = /\{([^{}]*)\}/g;

export function isLocalTime(said: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(said);
}

export function isZoneName(said: string): boolean {
  return /^(UTC|[A-Z]\w+\/[\w/+-]+)$/.test(said) && isTimeZone(said);
}

export function wordsForEndBeforeStart(starts: string): string {
  return `The day ends before it starts, at ${starts}. Correct one of the two.`;
}

export function wordsForTimeNeverShown(day: Day, time: string, zone: string): string {
  return `On ${day} the clocks of ${zone} never show ${time}. Enter another time.`;
}

/** The same for an event that moves to a zone with the days it has. */
export function wordsForDayNeverShown(
  day: Day,
  time: string,
  zone: string,
  happens: "starts" | "ends",
): string {
  return `On ${day} the clocks of ${zone} never show ${time}, when that day of the event ${happens}. Change the day first.`;
}

/** Changing an event's credit type must leave the maxima of its days in its steps. */
export function wordsForMaximumOutOfStep(
  day: Day,
  maximum: number,
  { name, increment }: CreditStep,
): string {
  return (
    `The maximum of ${day}, ${printCredits(maximum)}, is not in steps of ` +
    `${printCredits(increment)}, as ${name} goes. Change it first.`
  );
}

export type DayTold = { day: Day; starts: string; ends: string; maximum: number };

/** What is wrong with a day of an event, by the field that it is wrong in. */
export function refusalsOfDay(
  { day, starts, ends, maximum }: DayTold,
  { timeZone, creditType }: { timeZone: string; creditType: CreditStep },
): Record<string, string> {
  const never = (time: string) => {
    if (!isLocalTime(time)) return REFUSAL_OF_LOCAL_TIME;
    return instantOf(day, time, timeZone) ? null : wordsForTimeNeverShown(day, time, timeZone);
  };
  const areTimes = isLocalTime(starts) && isLocalTime(ends);
  const refusals = {
    starts: never(starts),
    ends: areTimes && ends <= starts ? wordsForEndBeforeStart(starts) : never(ends),
    maximum: refusalOfStep(maximum, creditType),
  };
  return Object.fromEntries(
    Object.entries(refusals).flatMap(([field, why]) => (why ? [[field, why]] : [])),
  );
}

/** Why an event cannot move to a zone with the days that it has; null when it can. */
export function refusalOfZone(
  days: readonly Pick<DayTold, "day" | "starts" | "ends">[],
  zone: string,
): string | null {
  for (const { day, starts, ends } of days) {
    if (!instantOf(day, starts, zone)) return wordsForDayNeverShown(day, starts, zone, "starts");
    if (!instantOf(day, ends, zone)) return wordsForDayNeverShown(day, ends, zone, "ends");
  }
  return null;
}

/** Where an event stands: its first day is to come, it is under way, its last day has ended. */
export type EventState = "coming" | "running" | "ended";

export function eventState(
  { firstOn, endsAt }: { firstOn: Day | null; endsAt: Date | null },
  today: Day,
  now: Date,
): EventState {
  if (!firstOn || !endsAt) return "coming";
  if (endsAt <= now) return "ended";
  return firstOn <= today ? "running" : "coming";
}
