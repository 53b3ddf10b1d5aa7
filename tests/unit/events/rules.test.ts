import { describe, expect, test } from "vitest";
import {
  eventState,
  isLocalTime,
  isZoneName,
  refusalOfPlaceholders,
  refusalOfZone,
  refusalsOfDay,
} from "@/lib/events/rules";

const AMA = { name: "AMA PRA Category 1", increment: 25 };
const chicago = { timeZone: "America/Chicago", creditType: AMA };
const aDay = { day: "2026-04-10", starts: "08:00", ends: "17:00", maximum: 700 };

describe("a day of an event", () => {
  test.each([
    ["an ordinary one", {}, {}],
    [
      "a start that the clock skips",
      { day: "2026-03-08", starts: "02:30" },
      {
        starts: "On 2026-03-08 the clocks of America/Chicago never show 02:30. Enter another time.",
      },
    ],
    [
      "an end that the clock skips",
      { day: "2026-03-08", starts: "01:00", ends: "02:30" },
      {
        ends: "On 2026-03-08 the clocks of America/Chicago never show 02:30. Enter another time.",
      },
    ],
    [
      "an end that the clock shows twice",
      { day: "2026-11-01", starts: "00:30", ends: "01:30" },
      {},
    ],
    [
      "an end before its start",
      { ends: "07:00" },
      { ends: "The day ends before it starts, at 08:00. Correct one of the two." },
    ],
    [
      "a maximum between two steps",
      { maximum: 710 },
      { maximum: "AMA PRA Category 1 goes in steps of 0.25. Enter 7.00 or 7.25." },
    ],
  ])("%s", (_, told, refusals) => {
    expect(refusalsOfDay({ ...aDay, ...told }, chicago)).toEqual(refusals);
  });

  test("everything that is wrong is said at once", () => {
    const wrong = { ...aDay, day: "2026-03-08", starts: "02:30", ends: "02:15", maximum: 1 };
    expect(Object.keys(refusalsOfDay(wrong, chicago))).toEqual(["starts", "ends", "maximum"]);
  });
});

test("an event cannot move to a zone whose clocks skip a time of its days", () => {
  const days = [aDay, { ...aDay, day: "2026-03-29", starts: "02:30" }];
  expect(refusalOfZone(days, "Europe/Berlin")).toBe(
    "On 2026-03-29 the clocks of Europe/Berlin never show 02:30, when that day of the event starts. Change the day first.",
  );
  expect(refusalOfZone(days, "America/New_York")).toBeNull();
});

test.each([
  ["08:00", true],
  ["23:59", true],
  ["24:00", false],
  ["8:00", false],
  ["08:00:00", false],
  ["", false],
])("%j is a local time: %s", (typed, is) => {
  expect(isLocalTime(typed)).toBe(is);
});

test.each([
  ["Europe/Berlin", true],
  ["UTC", true],
  ["America/Argentina/Buenos_Aires", true],
  ["+02:00", false],
  ["CET", false],
  ["Europe/Atlantis", false],
])("%j is the name of a zone: %s", (typed, is) => {
  expect(isZoneName(typed)).toBe(is);
});

test("a placeholder that nothing fills in is refused, and the known ones are named", () => {
  expect(refusalOfPlaceholders("By {provider} for {maximum}.", ["provider", "maximum"])).toBeNull();
  expect(refusalOfPlaceholders("By {sponsor}.", ["provider", "maximum"])).toBe(
    "{sponsor} is not a placeholder. The placeholders that are filled in here are {provider}, {maximum}.",
  );
});

describe("where an event stands", () => {
  const now = new Date("2026-04-11T12:00:00Z");
  const ends = (at: string) => new Date(at);
  test.each([
    ["without days it is to come", null, null, "coming"],
    ["before its first day", "2026-04-12", ends("2026-04-12T22:00:00Z"), "coming"],
    ["from the morning of its first day", "2026-04-11", ends("2026-04-11T22:00:00Z"), "running"],
    ["at the instant of its last day's end", "2026-04-10", now, "ended"],
  ] as const)("%s", (_, firstOn, endsAt, state) => {
    expect(eventState({ firstOn, endsAt }, "2026-04-11", now)).toBe(state);
  });
});
