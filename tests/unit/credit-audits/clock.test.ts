import { describe, expect, test } from "vitest";
import { todayIn } from "@/lib/calendar";
import {
  allows,
  clockWords,
  dueOnFrom,
  refusalOf,
  refusalOfDueOn,
  remindedOf,
  STATES,
  stateOf,
  VOUCHED,
} from "@/lib/credit-audits/rules";

describe("the clock of 30 days", () => {
  test.each([
    // The association's date, not the server's.
    ["2026-11-22T04:30:00Z", "America/Chicago", "2026-12-21"],
    ["2026-11-22T06:30:00Z", "America/Chicago", "2026-12-22"],
    // Across the spring's change of the clock, and the autumn's.
    ["2026-03-01T12:00:00Z", "America/Chicago", "2026-03-31"],
    ["2026-03-08T05:59:59Z", "America/Chicago", "2026-04-06"],
    ["2026-10-20T23:30:00Z", "Europe/Berlin", "2026-11-20"],
    ["2028-01-31T12:00:00Z", "UTC", "2028-03-01"],
  ])("drawn at %s in %s ends on %s", (at, zone, dueOn) => {
    expect(dueOnFrom(todayIn(zone, new Date(at)))).toBe(dueOn);
  });

  test.each([
    ["2026-12-10", "12 days left"],
    ["2026-12-21", "1 day left"],
    ["2026-12-22", "Today is the last day"],
    ["2026-12-23", "Overdue since 23 December 2026"],
    ["2027-02-01", "Overdue since 23 December 2026"],
  ])("on %s it says: %s", (today, words) => {
    expect(clockWords("2026-12-22", today)).toBe(words);
  });

  test("counts whole days over the change of the clock", () => {
    expect(clockWords("2026-03-31", "2026-03-01")).toBe("30 days left");
    expect(clockWords("2026-11-20", "2026-10-21")).toBe("30 days left");
  });

  test("a reminder comes within a week of the last day", () => {
    expect(remindedOf("2026-12-15")).toEqual({ from: "2026-12-15", to: "2026-12-22" });
  });
});

describe("an audit", () => {
  const at = new Date();
  const open = { answeredAt: null, verdict: null, dueOn: "2026-12-22" };

  test.each([
    [open, "2026-12-22", "open"],
    [open, "2026-12-23", "overdue"],
    [{ ...open, answeredAt: at }, "2027-06-01", "answered"],
    [{ ...open, answeredAt: at, verdict: "passed" as const }, "2026-12-01", "passed"],
    [{ ...open, verdict: "failed" as const }, "2027-06-01", "failed"],
  ])("%j on %s is %s", (facts, today, state) => {
    expect(stateOf(facts, today)).toBe(state);
  });

  test("is its member's until the last day, and nobody decides before", () => {
    const table = STATES.map((state) => [
      state,
      (["bring", "send", "return", "extend", "decide"] as const).filter((act) =>
        allows(state, act),
      ),
    ]);
    expect(table).toEqual([
      ["open", ["bring", "send", "extend"]],
      ["overdue", ["bring", "send", "extend", "decide"]],
      ["answered", ["return", "decide"]],
      ["passed", []],
      ["failed", []],
    ]);
    expect(refusalOf("failed", "send")).toBe("This audit was decided: failed.");
    expect(refusalOf("open", "send")).toBeNull();
  });

  test.each([
    ["open", "2026-12-23", null],
    ["open", "2026-12-22", "That is the last day already."],
    ["answered", "2026-12-22", null],
    ["answered", "2026-12-21", "The member was given until a later day, and keeps that time."],
    ["overdue", "2026-12-01", "This day has passed. Give the member time to answer."],
    ["open", "2028-01-01", "Choose a day up to 10 December 2027."],
  ] as const)("%s, put off to %s: %s", (state, wanted, refusal) => {
    expect(refusalOfDueOn(wanted, { dueOn: "2026-12-22", state }, "2026-12-10")).toBe(refusal);
  });

  test("asks its member for what nobody else vouches for", () => {
    const asked = (
      ["self_report", "import", "staff", "claim", "provider_post", "reporting_form"] as const
    ).filter((source) => VOUCHED[source] === null);
    expect(asked).toEqual(["self_report", "import", "staff"]);
  });
});
