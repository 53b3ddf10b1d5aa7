import { describe, expect, test } from "vitest";
import {
  dateOf,
  dayOf,
  formatDay,
  formatDays,
  formatInstant,
  formatLongDay,
  formatShortDay,
  formatTime,
  isDay,
  todayIn,
  zoneWords,
} from "@/lib/calendar";

describe("today is the date in the association's zone", () => {
  test.each([
    ["2026-04-10T03:59:59.999Z", "America/New_York", "2026-04-09"],
    ["2026-04-10T04:00:00.000Z", "America/New_York", "2026-04-10"],
    ["2026-04-10T21:59:59.999Z", "Europe/Berlin", "2026-04-10"],
    ["2026-04-10T22:00:00.000Z", "Europe/Berlin", "2026-04-11"],
    ["2026-12-31T23:59:59.999Z", "UTC", "2026-12-31"],
    ["2026-12-31T10:00:00.000Z", "Pacific/Kiritimati", "2027-01-01"],
    ["2027-01-01T11:59:59.999Z", "Etc/GMT+12", "2026-12-31"],
    ["2024-02-29T12:00:00.000Z", "Asia/Kolkata", "2024-02-29"],
  ])("at %s in %s it is %s", (now, zone, day) => {
    expect(todayIn(zone, new Date(now))).toBe(day);
  });
});

describe("a plain date never shifts with the viewer", () => {
  test.each(["2026-01-01", "2025-12-31", "2024-02-29", "2025-03-09", "2026-10-25"])(
    "%s stays itself on its way to the database and back",
    (day) => {
      expect(dayOf(dateOf(day))).toBe(day);
    },
  );

  test.each(["2026-04-10", "2024-02-29", "1999-12-31"])("%s is a date", (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    "0000-01-01",
    "2025-02-30",
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "10.04.2026",
    "2026-4-10",
    "2026-04-10T00:00",
    "",
  ])("%j is none", (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe("in words", () => {
  test.each([
    ["Europe/Berlin", "Berlin time"],
    ["America/New_York", "New York time"],
    ["America/Argentina/Buenos_Aires", "Buenos Aires time"],
    ["UTC", "UTC"],
    ["Etc/UTC", "UTC"],
  ])("the zone %s is %s", (zone, words) => {
    expect(zoneWords(zone)).toBe(words);
  });

  test("an instant stands beside the event's zone", () => {
    const at = new Date("2026-12-06T15:00:00Z");
    expect(formatTime(at, "Europe/Berlin")).toBe("16:00 Berlin time");
    expect(formatInstant(at, "Europe/Berlin")).toBe("6 Dec 2026, 16:00 Berlin time");
    expect(formatInstant(at, "UTC")).toBe("6 Dec 2026, 15:00 UTC");
    expect(formatInstant(at, "Pacific/Kiritimati")).toBe("7 Dec 2026, 05:00 Kiritimati time");
  });

  test("a day", () => {
    expect(formatDay("2026-04-10")).toBe("Fri 10 Apr 2026");
    expect(formatShortDay("2026-04-10")).toBe("Fri 10 Apr");
    expect(formatLongDay("2026-04-10")).toBe("10 April 2026");
  });

  test.each([
    ["2026-04-10", "2026-04-10", "10 Apr 2026"],
    ["2026-04-10", "2026-04-12", "10–12 Apr 2026"],
    ["2025-03-29", "2025-04-01", "29 Mar–1 Apr 2025"],
    ["2025-12-31", "2026-01-02", "31 Dec 2025–2 Jan 2026"],
    ["2025-04-10", "2026-04-10", "10 Apr 2025–10 Apr 2026"],
  ])("%s to %s are %s", (first, last, words) => {
    expect(formatDays(first, last)).toBe(words);
  });
});
