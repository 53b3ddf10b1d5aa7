import { type Day, instantOf } from "@/lib/calendar";

/** How many of those whom a change touches are named. */
export const NAMED = 50;

/**
 * What is to change: a day's times or maximum (hundredths), the end of the event, its zone, its credit
 * type, or the maximum of a designation.
 */
export type Change = {
  dayId?: string;
  /** The day's new one. */
  maximum?: number;
  /** The day's new times. */
  times?: string;
  /** The new end of the event, where it moves. */
  endsAt?: Date | null;
  timeZone?: string;
  /** The event's new one. */
  creditTypeName?: string;
  /** One with its new maximum. */
  designation?: { id: string; audience: "physicians" | "others" | "all"; maximum: number };
};

/** Whom a change touches: how many claims, and the first of them by name. */
export type Touched = {
  people: number;
  /** Claims with a locked day, with an open one, with an open amount over the new maximum. */
  locked: number;
  open: number;
  unfit: number;
  /** Claims with a locked amount over the new maximum: it stands, and is listed for staff. */
  exceptions: number;
  /** Names the change and all that it touches: another claim makes it another. */
  seen: string;
  named: readonly {
    id: string;
    name: string;
    memberNumber: string | null;
    locked: boolean;
    unfit: boolean;
    /** Their amount of the day, where it is over the new maximum. */
    over: number | null;
  }[];
};

/** Why a day cannot be taken from its event, given how many registrations name it; null when it can. */
export function refusalToRemove(registrations: number): string | null {
  if (registrations === 0) return null;
  const who = registrations === 1 ? "1 member is" : `${registrations} members are`;
  return `${who} registered for this day, so it cannot be removed.`;
}

type KnownDay = { id: string; starts: string; ends: string; endsAt: Date; maximum: number };
type Typed = { day: Day; starts: string; ends: string; maximum: number };
type KnownEvent = { timeZone: string; endsAt: Date | null; days: readonly KnownDay[] };

/**
 * What a day that was typed changes of the day `id` ("": a new one), as far as claims may feel it:
 * its times, its maximum (hundredths), the end of its event.
 */
export function changeOfDay(
  { timeZone, endsAt, days }: KnownEvent,
  id: string,
  typed: Typed,
): Change {
  const before = days.find((day) => day.id === id);
  const ends = instantOf(typed.day, typed.ends, timeZone);
  const others = days.filter((day) => day.id !== id).map((day) => day.endsAt.getTime());
  const newEnd = ends ? new Date(Math.max(...others, ends.getTime())) : endsAt;
  const moves = newEnd?.getTime() !== endsAt?.getTime() ? { endsAt: newEnd } : {};
  if (!before) return moves;
  const times = `${typed.starts}–${typed.ends}`;
  const isLater = times !== `${before.starts}–${before.ends}`;
  const isOther = typed.maximum !== before.maximum;
  return {
    ...moves,
    ...(isLater || isOther ? { dayId: id } : {}),
    ...(isLater ? { times } : {}),
    ...(isOther ? { maximum: typed.maximum } : {}),
  };
}
