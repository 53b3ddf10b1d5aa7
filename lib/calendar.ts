import { TZDate, tz, tzOffset } from "@date-fns/tz";
import { type Duration, format, startOfDay } from "date-fns";

/** The one formatter of days and instants. A plain date is a `Day`, "2026-04-10", and has no zone. */
export type Day = string;

const MINUTE = 60_000;
const HOURS_24 = 24 * 60 * MINUTE;

/** From a @db.Date column, which Prisma gives as midnight UTC. */
export function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** For a @db.Date column. */
export function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Whether the text is a date of the calendar, as PostgreSQL knows it: 2025-02-30 is none, nor year 0. */
export function isDay(text: string): boolean {
  return isDate(text) && !text.startsWith("0000");
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = dateOf(text);
  return !Number.isNaN(date.getTime()) && dayOf(date) === text;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/**
 * Why the text is no day that somebody could mean, in the words of its field where it is no date: a
 * slip of the hand makes 2026 the year 0026 or 20266. Null when it is one.
 */
export function refusalOfDay(typed: string, words: string): string | null {
  if (!isDate(typed)) return words;
  const year = Number(typed.slice(0, 4));
  if (FIRST_YEAR <= year && year <= LAST_YEAR) return null;
  return `Check the year: it should be between ${FIRST_YEAR} and ${LAST_YEAR}.`;
}

/**
 * The day that many years, months and then days later, or earlier: a month after 31 January is the
 * last of February. Reckoned in UTC by hand: rules ask often, and a date with a zone costs far more.
 */
export function shiftDay(day: Day, { years = 0, months = 0, days = 0 }: Duration): Day {
  return remembered(`${years} ${months} ${days} ${day}`, () => {
    const date = dateOf(day);
    const wanted = date.getUTCDate();
    date.setUTCMonth(date.getUTCMonth() + 12 * years + months, 1);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(wanted, last) + days);
    return dayOf(date);
  });
}

/** How many days it is from the first to the second: 1 from one day to the next, below zero backwards. */
export function daysBetween(from: Day, to: Day): number {
  return (dateOf(to).getTime() - dateOf(from).getTime()) / HOURS_24;
}

/** The date it is at `now` in the zone. */
export function todayIn(zone: string, now: Date): Day {
  return format(now, "yyyy-MM-dd", { in: tz(zone) });
}

/** The first instant of the date in the zone, where some clocks skip midnight or show it twice. */
export function startOf(day: Day, zone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(startOfDay(new TZDate(year, month - 1, date, 12, zone)).getTime());
}

/** Whether the name is a zone of the IANA database; "+02:00" is an offset and no zone. */
export function isTimeZone(zone: string): boolean {
  return /^[A-Za-z]/.test(zone) && !Number.isNaN(tzOffset(zone, new Date(0)));
}

/**
 * The instant of a local date and time ("17:00"): the later one where the clock shows it twice, null
 * where it never does.
 */
export function instantOf(day: Day, time: string, zone: string): Date | null {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  const offsets = [-HOURS_24, HOURS_24].map((shift) => tzOffset(zone, new Date(asIfUtc + shift)));
  const instants = offsets
    .map((offset) => ({ offset, at: new Date(asIfUtc - offset * MINUTE) }))
    .filter(({ offset, at }) => tzOffset(zone, at) === offset)
    .map(({ at }) => at.getTime());
  return instants.length === 0 ? null : new Date(Math.max(...instants));
}

/** The words for a zone beside a time: "Berlin time", "UTC". */
export function zoneWords(zone: string): string {
  if (zone === "UTC" || zone === "Etc/UTC") return "UTC";
  return `${zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ")} time`;
}

/** "6 Dec 2026, 16:00 Berlin time" */
export function formatInstant(at: Date, zone: string): string {
  return `${format(at, "d MMM yyyy, HH:mm", { in: tz(zone) })} ${zoneWords(zone)}`;
}

/** "16:00 Berlin time" */
export function formatTime(at: Date, zone: string): string {
  return `${format(at, "HH:mm", { in: tz(zone) })} ${zoneWords(zone)}`;
}

/** "Fri 10 Apr 2026" */
export function formatDay(day: Day): string {
  return print(day, "EEE d MMM yyyy");
}

/** "Fri 10 Apr" */
export function formatShortDay(day: Day): string {
  return print(day, "EEE d MMM");
}

/** "10 April 2026" */
export function formatLongDay(day: Day): string {
  return print(day, "d MMMM yyyy");
}

/** "20 April" for "04-20"; 2000 was a leap year. */
export function formatBirthday(monthDay: string): string {
  return print(`2000-${monthDay}`, "d MMMM");
}

/** "10–12 Apr 2026", "29 Mar–1 Apr 2025", "31 Dec 2025–2 Jan 2026" */
export function formatDays(first: Day, last: Day): string {
  const end = print(last, "d MMM yyyy");
  if (first === last) return end;
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  return `${print(first, sameMonth ? "d" : sameYear ? "d MMM" : "d MMM yyyy")}–${end}`;
}

function print(day: Day, pattern: string): string {
  return remembered(`${pattern} ${day}`, () => format(dateOf(day), pattern, { in: tz("UTC") }));
}

/**
 * What was made of days: a page prints a hundred, a preview judges thousands of cycles of the same few
 * dates, and a date costs far more than a look.
 */
const known = new Map<string, string>();
const MOST_KNOWN = 10_000;

function remembered(key: string, make: () => string): string {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  if (known.size === MOST_KNOWN) known.clear();
  known.set(key, made);
  return made;
}
