import { expect, test } from "vitest";
import { changeOfDay, refusalToRemove } from "@/lib/event-days/rules";

const first = {
  id: "first",
  starts: "08:00",
  ends: "17:00",
  endsAt: new Date("2026-04-10T22:00:00Z"),
  maximum: 700,
};
const last = { ...first, id: "last", endsAt: new Date("2026-04-11T22:00:00Z") };
const event = { timeZone: "America/Chicago", endsAt: last.endsAt, days: [first, last] };
const typed = { day: "2026-04-11", starts: "08:00", ends: "17:00", maximum: 700 };

test.each([
  ["nothing", "last", typed, {}],
  ["another maximum", "last", { ...typed, maximum: 600 }, { dayId: "last", maximum: 600 }],
  [
    "a later end of the last day, which is the event's",
    "last",
    { ...typed, ends: "18:00" },
    { dayId: "last", times: "08:00–18:00", endsAt: new Date("2026-04-11T23:00:00Z") },
  ],
  [
    "a later end of an earlier day, which is not",
    "first",
    { ...typed, day: "2026-04-10", ends: "18:00" },
    { dayId: "first", times: "08:00–18:00" },
  ],
  [
    "a new day after the others",
    "",
    { ...typed, day: "2026-04-12" },
    { endsAt: new Date("2026-04-12T22:00:00Z") },
  ],
  ["a new day before them", "", { ...typed, day: "2026-04-09" }, {}],
])("claims may feel %s", (_, id, day, change) => {
  expect(changeOfDay(event, id, day)).toEqual(change);
});

test("a day that somebody is registered for cannot be removed", () => {
  expect(refusalToRemove(0)).toBeNull();
  expect(refusalToRemove(1)).toBe("1 member is registered for this day, so it cannot be removed.");
  expect(refusalToRemove(12)).toBe(
    "12 members are registered for this day, so it cannot be removed.",
  );
});
