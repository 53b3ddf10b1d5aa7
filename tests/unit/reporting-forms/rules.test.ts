import { describe, expect, test } from "vitest";
import {
  countsFor,
  creditsOf,
  FORM_ACTS,
  type FormAct,
  type FormState,
  refusalOfAct,
  refusalOfDay,
  refusalOfWindow,
  refusalsOfTimes,
  stateOfForm,
  timeTyped,
  yearCountedFor,
} from "@/lib/reporting-forms/rules";

const CEC = { increment: 25, minutesPerCredit: 60 };

describe("a time is read as people type it", () => {
  test.each([
    ["9:00", "09:00"],
    [" 09:00 ", "09:00"],
    ["9", "09:00"],
    ["9.30", "09:30"],
    ["9 am", "09:00"],
    ["12am", "00:00"],
    ["12 pm", "12:00"],
    ["1:30 p.m.", "13:30"],
    ["23:59", "23:59"],
    ["0:00", "00:00"],
    ["", null],
    ["24:00", null],
    ["9:60", null],
    ["13 pm", null],
    ["0 am", null],
    ["9:5", null],
    ["nine", null],
    ["-9", null],
    ["٩:٠٠", null],
  ])("%s is %s", (typed, time) => {
    expect(timeTyped(typed)).toBe(time);
  });
});

describe("hours, with meals and breaks excluded, are to the nearest quarter", () => {
  test.each([
    ["09:00", "12:00", 30, 250],
    ["09:00", "12:00", 0, 300],
    ["09:00", "10:00", 0, 100],
    ["09:00", "10:07", 0, 100],
    ["09:00", "10:08", 0, 125],
    ["09:00", "09:08", 0, 25],
    ["09:00", "09:07", 0, 0],
    ["00:00", "23:59", 0, 2400],
    ["09:00", "12:00", 179, 0],
  ])("%s to %s with %i minutes of break is %i", (starts, ends, breakMinutes, credits) => {
    expect(creditsOf({ starts, ends, breakMinutes }, CEC)).toBe(credits);
  });

  test("half of a step goes up", () => {
    const steps = { increment: 50, minutesPerCredit: 60 };
    const ofMinutes = (ends: string) =>
      creditsOf({ starts: "09:00", ends, breakMinutes: 0 }, steps);
    expect([
      ofMinutes("09:14"),
      ofMinutes("09:15"),
      ofMinutes("09:44"),
      ofMinutes("09:45"),
    ]).toEqual([0, 50, 50, 100]);
  });

  test("a contact hour of IACET is a tenth", () => {
    const ceu = { increment: 10, minutesPerCredit: 600 };
    expect(creditsOf({ starts: "09:00", ends: "12:00", breakMinutes: 30 }, ceu)).toBe(30);
  });

  test.each([
    ["12:00", "09:00", 0, "ends", /later than the start/],
    ["09:00", "09:00", 0, "ends", /later than the start/],
    ["09:00", "10:00", 60, "breakMinutes", /shorter than the 60 minutes/],
    ["09:00", "10:00", 90, "breakMinutes", /shorter than the 60 minutes/],
    ["09:00", "09:05", 0, "ends", /too short/],
  ])("%s to %s with %i minutes of break is refused", (starts, ends, breakMinutes, field, words) => {
    expect(refusalsOfTimes({ starts, ends, breakMinutes }, CEC)).toEqual({
      [field]: expect.stringMatching(words),
    });
  });

  test("times that earn are not refused", () => {
    const times = { starts: "09:00", ends: "12:00", breakMinutes: 30 };
    expect(refusalsOfTimes(times, CEC)).toEqual({});
  });
});

const OF_2020 = { program: "CAM", dueOn: "2020-01-01", from: "2019-01-01", to: "2019-12-31" };
const OF_CPT = { program: "ACSM-CPT", dueOn: "2027-01-01", from: "2024-01-01", to: "2026-12-31" };

describe("credit is of the year before", () => {
  test.each([
    ["2018-12-31", "31 December 2018 lies outside."],
    ["2019-01-01", null],
    ["2019-12-31", null],
    ["2020-01-01", "1 January 2020 counts for 2021."],
  ])("for 2020, %s: %s", (day, words) => {
    const refusal = refusalOfWindow(day, OF_2020);
    if (words === null) expect(refusal).toBeNull();
    else expect(refusal).toContain(words);
  });

  test.each([
    ["2018-12-31", "Only credit earned from 1 January 2019 to 31 December 2019 counts now."],
    ["2019-06-01", null],
    ["2020-01-01", "1 January 2020 counts for 2021."],
    ["2020-01-16", "in the future"],
  ])("a form of %s on 15 January 2020: %s", (day, words) => {
    const refusal = refusalOfDay(day, [OF_2020], "2020-01-15");
    if (words === null) expect(refusal).toBeNull();
    else expect(refusal).toContain(words);
  });

  test("without a credential there is nothing to fill in a form for", () => {
    expect(refusalOfDay("2019-06-01", [], "2020-01-15")).toMatch(/no credential/);
  });

  test("a window of the cycle itself counts for no other year", () => {
    expect(yearCountedFor("2027-01-01", OF_CPT)).toBeNull();
    expect(refusalOfWindow("2027-01-01", OF_CPT)).toContain("1 January 2027 lies outside.");
  });

  test("a form says what it is for", () => {
    const calp = { ...OF_2020, program: "CALP" };
    expect(countsFor("2019-06-01", [OF_2020, calp])).toBe("the 2020 renewal of CAM and CALP");
    expect(countsFor("2020-06-01", [OF_2020])).toBeNull();
  });
});

describe("a form", () => {
  const ALLOWED: [FormState, FormAct, FormState][] = [
    ["draft", "save", "draft"],
    ["draft", "send", "sent"],
    ["draft", "sign on paper", "signed"],
    ["draft", "withdraw", "withdrawn"],
    ["sent", "save", "draft"],
    ["sent", "sign", "signed"],
    ["sent", "sign on paper", "signed"],
    ["sent", "return", "returned"],
    ["sent", "withdraw", "withdrawn"],
    ["returned", "save", "returned"],
    ["returned", "send", "sent"],
    ["returned", "sign on paper", "signed"],
    ["returned", "withdraw", "withdrawn"],
    ["signed", "save", "draft"],
    ["signed", "withdraw", "withdrawn"],
  ];
  const states: FormState[] = ["draft", "sent", "returned", "signed", "withdrawn"];
  const acts: FormAct[] = ["save", "send", "sign", "sign on paper", "return", "withdraw"];
  const pairs = states.flatMap((state) => acts.map((act) => [state, act] as const));

  test.each(pairs)("that is %s, asked to %s", (state, act) => {
    const led = ALLOWED.find(([from, by]) => from === state && by === act)?.[2];
    expect(FORM_ACTS[state][act]).toBe(led);
    if (led) expect(refusalOfAct(state, act)).toBeNull();
    else expect(refusalOfAct(state, act)).toMatch(/^This form .*, so nothing was changed\.$/);
  });

  test("stands as its dates say", () => {
    const at = new Date();
    const blank = { withdrawnAt: null, sentAt: null, returnedAt: null, isSigned: false };
    expect(stateOfForm(blank)).toBe("draft");
    expect(stateOfForm({ ...blank, sentAt: at })).toBe("sent");
    expect(stateOfForm({ ...blank, returnedAt: at })).toBe("returned");
    expect(stateOfForm({ ...blank, isSigned: true })).toBe("signed");
    expect(stateOfForm({ ...blank, withdrawnAt: at, isSigned: true })).toBe("withdrawn");
  });
});
