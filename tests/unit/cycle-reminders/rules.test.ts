import { describe, expect, test } from "vitest";
import { daysBetween, shiftDay, todayIn } from "@/lib/calendar";
import { dueOn } from "@/lib/certifications/rules";
import { endBefore, stepOn, stepsOf } from "@/lib/cycle-reminders/rules";
import { upcomingSentences } from "@/lib/cycle-reminders/wording";
import { reachedWords } from "@/lib/renewals/wording";
import { settingsSchema } from "@/lib/settings/schema";
import { termsFor, years } from "@/tests/unit/programs/shipped";

const STEPS = [90, 30, 7];
const END = "2026-12-31";

describe("the steps before the end of a cycle", () => {
  test.each([
    ["2026-10-01", null],
    ["2026-10-02", 90],
    ["2026-11-30", 90],
    ["2026-12-01", 30],
    ["2026-12-23", 30],
    ["2026-12-24", 7],
    ["2026-12-31", 7],
    ["2027-01-01", null],
  ])("on %s it has come to %s", (today, step) => {
    expect(stepOn(today, END, STEPS)).toBe(step);
  });

  test.each([
    ["a leap day on the way", "2028-03-01", "2028-01-31", 30],
    ["none on the way", "2027-03-01", "2027-01-30", 30],
    ["the leap day itself", "2028-02-29", "2028-01-30", 30],
  ])("are days of the calendar: %s", (_what, end, first, step) => {
    expect(stepOn(first, end, [30])).toBe(step);
    expect(stepOn(shiftDay(first, { days: -1 }), end, [30])).toBeNull();
  });

  test("are whole days where a clock is put forward or back on the way", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
    expect(daysBetween("2026-03-01", "2026-02-28")).toBe(-1);
  });

  test("begin on the association's day, which is another one elsewhere", () => {
    const now = new Date("2026-12-01T03:00:00Z");
    expect(stepOn(todayIn("America/Chicago", now), END, STEPS)).toBe(90);
    expect(stepOn(todayIn("Asia/Kathmandu", now), END, STEPS)).toBe(30);
  });

  test("are those of the settings, in any order", () => {
    expect(stepsOf("60, 14")).toEqual([60, 14]);
    expect(stepOn("2026-12-25", END, [1, 60, 14])).toBe(14);
  });
});

test("the end is that of the cycle to be renewed, or of the year before the one that falls due first", () => {
  const cpt = years(2024, 2026);
  expect(endBefore(dueOn(cpt, termsFor("ACSM-CPT", cpt)))).toBe("2026-12-31");
  const cam = years(2027);
  expect(endBefore(dueOn(cam, termsFor("CAM", cam)))).toBe("2026-12-31");
});

describe("the setting", () => {
  const field = settingsSchema.shape.cycleEndingDays;
  test.each([
    [" 7, 90,30 ", "90, 30, 7"],
    ["30 30", "30"],
    ["365", "365"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(field.parse(typed)).toBe(kept);
  });

  test.each(["", "0", "366", "7.5", "-7", "soon", "1 2 3 4 5 6 7"])("%j is refused", (typed) => {
    expect(field.safeParse(typed).error?.issues[0]?.message).toMatch(/from 1 to 365/);
  });
});

describe("what is there and what is left", () => {
  const window = { from: "2024-01-01", to: "2026-12-31" };
  const standing = { window, required: 4500, surplus: 0, minimum: null };
  const open = { ...standing, counted: 3200, pending: 500, outstanding: 1300 };
  const whole = { ...standing, counted: 4500, pending: 0, outstanding: 0 };
  const day = { invoicedFrom: "2026-11-02", today: "2026-10-02" };

  test.each([
    [open, "You have 32 of 45 CECs. 5 more await review."],
    [whole, "You have all the CECs that it takes."],
    [{ ...whole, required: 0, counted: 0 }, "No CECs are required."],
    [{ ...open, outstanding: 0 }, "No more CECs are required."],
    [
      { ...open, pending: 0, minimum: { credits: 500, counted: 150 } },
      "You have 32 of 45 CECs and 1.50 of 5 that must be in-network.",
    ],
  ])("%#", (how, words) => {
    expect(reachedWords(how)).toBe(words);
  });

  test("before there is an invoice, credit to earn and when the invoice comes", () => {
    expect(upcomingSentences(open, day).slice(1)).toEqual([
      "Still to earn: 13 CECs, by 31 December 2026.",
      "The invoice of your renewal comes on 2 November 2026.",
    ]);
    expect(upcomingSentences(whole, { ...day, today: "2026-11-02" })).toEqual([
      "You have all the CECs that it takes.",
    ]);
  });
});
