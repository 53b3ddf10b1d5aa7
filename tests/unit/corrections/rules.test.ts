import { expect, test } from "vitest";
import { refusalOfOtherDay, refusalToCorrect } from "@/lib/corrections/rules";
import { anEndedEvent, aRow, NOW } from "@/tests/support/a-row";

const locked = { credits: 650, submittedAt: NOW };

test.each([
  ["another amount", locked, 700, null],
  ["none at all", locked, 0, null],
  ["the amount that stands", locked, 650, "The day already stands at 6.50."],
  ["above the maximum", locked, 725, "The most for this day is 7.00."],
  [
    "between two steps",
    locked,
    610,
    "AMA PRA Category 1 goes in steps of 0.25. Enter 6.00 or 6.25.",
  ],
  [
    "a day that is open",
    { credits: 650 },
    700,
    "This day is not locked: its member can still change it.",
  ],
])("a correction to %s", (_what, row, credits, refusal) => {
  expect(refusalToCorrect(anEndedEvent(), aRow(row), credits)).toBe(refusal);
});

test.each([
  [[], "The claim has no such day. It has no days yet."],
  [
    [{ day: "2026-04-10" }, { day: "2026-04-11" }],
    "The claim has no such day. Its days are 2026-04-10, 2026-04-11.",
  ],
])("a day that the claim has not: %j", (rows, refusal) => {
  expect(refusalOfOtherDay(rows)).toBe(refusal);
});
