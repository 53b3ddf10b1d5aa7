import { assert, constantFrom, date, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { formatInstant, instantOf, isTimeZone, startOf } from "@/lib/calendar";

test("these tests run far from UTC, in a zone of quarter hours", () => {
  expect(new Date("2026-11-21T00:00:00Z").getTimezoneOffset()).toBe(-345);
});

describe("the instant of a local time", () => {
  test.each([
    ["2025-03-09", "17:00", "America/Los_Angeles", "2025-03-10T00:00:00Z"],
    ["2025-03-08", "17:00", "America/Los_Angeles", "2025-03-09T01:00:00Z"],
    ["2026-12-06", "16:00", "Europe/Berlin", "2026-12-06T15:00:00Z"],
    ["2026-06-06", "16:00", "Europe/Berlin", "2026-06-06T14:00:00Z"],
    ["2026-04-10", "00:00", "Asia/Kathmandu", "2026-04-09T18:15:00Z"],
    ["2026-04-10", "23:59", "Pacific/Kiritimati", "2026-04-10T09:59:00Z"],
    ["2026-04-10", "23:59", "Etc/GMT+12", "2026-04-11T11:59:00Z"],
    ["2026-04-10", "17:00", "UTC", "2026-04-10T17:00:00Z"],
    ["2024-02-29", "12:00", "Asia/Kolkata", "2024-02-29T06:30:00Z"],
  ])("%s %s in %s is %s", (day, time, zone, instant) => {
    expect(instantOf(day, time, zone)).toEqual(new Date(instant));
  });

  test.each([
    ["2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T01:30:00Z"],
    ["2026-10-25", "02:00", "Europe/Berlin", "2026-10-25T01:00:00Z"],
    ["2026-10-25", "02:59", "Europe/Berlin", "2026-10-25T01:59:00Z"],
    ["2025-11-02", "01:30", "America/Los_Angeles", "2025-11-02T09:30:00Z"],
    ["2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T15:15:00Z"],
  ])("%s %s in %s, which the clock shows twice, is the later one", (day, time, zone, instant) => {
    expect(instantOf(day, time, zone)).toEqual(new Date(instant));
  });

  test.each([
    ["2026-03-29", "02:00", "Europe/Berlin"],
    ["2026-03-29", "02:59", "Europe/Berlin"],
    ["2025-03-09", "02:30", "America/Los_Angeles"],
    ["2011-12-30", "12:00", "Pacific/Apia"],
  ])("%s %s in %s never comes", (day, time, zone) => {
    expect(instantOf(day, time, zone)).toBeNull();
  });

  test.each([
    ["2026-03-29", "01:59", "2026-03-29T00:59:00Z"],
    ["2026-03-29", "03:00", "2026-03-29T01:00:00Z"],
    ["2026-10-25", "01:59", "2026-10-24T23:59:00Z"],
    ["2026-10-25", "03:00", "2026-10-25T02:00:00Z"],
  ])("%s %s in Berlin, at the edge of a change of the clock, comes once", (day, time, instant) => {
    expect(instantOf(day, time, "Europe/Berlin")).toEqual(new Date(instant));
  });

  test("shown in its zone, it is the local time again", () => {
    const zones = constantFrom("America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe");
    const days = date({
      min: new Date("2020-01-01"),
      max: new Date("2035-12-31"),
      noInvalidDate: true,
    });
    assert(
      property(days, integer({ min: 0, max: 23 }), zones, (on, hour, zone) => {
        const time = `${String(hour).padStart(2, "0")}:15`;
        const at = instantOf(on.toISOString().slice(0, 10), time, zone);
        return at === null || formatInstant(at, zone).includes(`, ${time} `);
      }),
    );
  });
});

describe("a zone", () => {
  test.each(["Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "Etc/UTC"])(
    "%s is one of the IANA database",
    (zone) => {
      expect(isTimeZone(zone)).toBe(true);
    },
  );

  test.each(["", " ", "Berlin", "Nowhere/City", "CEST", "+02:00", "-25:00", "GMT+2"])(
    "%j is not",
    (zone) => {
      expect(isTimeZone(zone)).toBe(false);
    },
  );
});

test.each([
  ["2026-04-10", "America/Chicago", "2026-04-10T05:00:00Z"],
  ["2026-04-10", "Asia/Kathmandu", "2026-04-09T18:15:00Z"],
  ["2026-09-06", "America/Santiago", "2026-09-06T04:00:00Z"],
  ["2024-04-26", "Africa/Cairo", "2024-04-25T22:00:00Z"],
  ["2026-11-01", "America/Havana", "2026-11-01T04:00:00Z"],
])("%s in %s begins at %s, also where midnight is skipped or comes twice", (day, zone, at) => {
  expect(startOf(day, zone)).toEqual(new Date(at));
});
