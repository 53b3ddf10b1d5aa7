import { type Day, isDay } from "@/lib/calendar";
import type { CycleDates } from "@/lib/certifications/rules";
import type { Cap } from "@/lib/programs/rules";

/** A cap in one of its periods: "2024", the first day of a year of the cycle, or nothing for a whole cycle. */
export type Room = { cap: Cap; period: string; used: number };

/**
 * How many credits of an entry fit, and the room that kept the rest out with what was used of it
 * before; null: nothing did.
 */
export type Taken = { credits: number; binding: { room: Room; before: number } | null };

/** What the caps of a cycle leave: entries take their room one after the other. */
export class Rooms {
  private readonly byFormat = new Map<string, { cap: Cap; byPeriod: Map<string, Room> }[]>();

  constructor(
    caps: readonly Cap[],
    private readonly cycle: CycleDates,
  ) {
    for (const cap of caps) {
      const one = { cap, byPeriod: new Map<string, Room>() };
      for (const format of cap.formats) {
        this.byFormat.set(format, [...(this.byFormat.get(format) ?? []), one]);
      }
    }
  }

  /** How much of the entry fits into every cap that covers it; it takes that room. */
  take(entry: { format: string; earnedOn: Day; credits: number }): Taken {
    const rooms = this.roomsFor(entry.format, entry.earnedOn);
    let { credits } = entry;
    let binding: Taken["binding"] = null;
    for (const room of rooms) {
      const left = room.cap.credits - room.used;
      if (left >= credits) continue;
      credits = left;
      binding = { room, before: room.used };
    }
    for (const room of rooms) room.used += credits;
    return { credits, binding };
  }

  private roomsFor(format: string, day: Day): Room[] {
    const rooms: Room[] = [];
    for (const { cap, byPeriod } of this.byFormat.get(format) ?? []) {
      if ((cap.from && day < cap.from) || (cap.to && cap.to < day)) continue;
      const period = periodOf(cap, day, this.cycle);
      const room = byPeriod.get(period) ?? { cap, period, used: 0 };
      byPeriod.set(period, room);
      rooms.push(room);
    }
    return rooms;
  }
}

function periodOf({ per }: Cap, day: Day, { startsOn }: CycleDates): string {
  if (per === "cycle") return "";
  const year = day.slice(0, 4);
  if (per === "calendar year") return year;
  const turn = startsOn.slice(4);
  const begun = day.slice(4) >= turn ? year : String(Number(year) - 1).padStart(4, "0");
  return isDay(begun + turn) ? begun + turn : `${begun}-03-01`;
}
