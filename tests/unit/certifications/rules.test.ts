import { describe, expect, test } from "vitest";
import {
  dueOn,
  importedCycleState,
  lapsesOn,
  lateFeeFrom,
  nextCycle,
  stateOf,
  versionOf,
  windowOf,
} from "@/lib/certifications/rules";
import { someTerms } from "@/tests/unit/allocations/an-entry";
import { termsFor, versionsShipped, years } from "@/tests/unit/programs/shipped";

const TRAINER = { startsOn: "2024-01-01", endsOn: "2026-12-31" };
const trainer = termsFor("ACSM-CPT", TRAINER);
const manager = termsFor("CAM", years(2027));

test("ACSM falls due the day after the cycle ends, costs more from then on, and lapses 6 months later", () => {
  expect(dueOn(TRAINER, trainer)).toBe("2027-01-01");
  expect(lateFeeFrom(TRAINER, trainer)).toBe("2027-01-01");
  expect(lapsesOn(TRAINER, trainer)).toBe("2027-07-01");
});

test("NAAEI falls due on 1 January, costs more from 1 April, and never lapses", () => {
  expect(dueOn(years(2027), manager)).toBe("2027-01-01");
  expect(lateFeeFrom(years(2027), manager)).toBe("2027-04-01");
  expect(lapsesOn(years(2027), manager)).toBeNull();
});

describe("the window", () => {
  const months = (count: number, endingOn: "due" | "lapse") => {
    return someTerms({ window: { is: "months", months: count, endingOn } });
  };

  test.each([
    ["is the cycle", TRAINER, trainer, "2024-01-01", "2026-12-31"],
    ["is the previous calendar year", years(2020), manager, "2019-01-01", "2019-12-31"],
    [
      "is the 12 months that end on the due date",
      TRAINER,
      months(12, "due"),
      "2026-01-02",
      "2027-01-01",
    ],
    [
      "is the 36 months that end on the lapse date",
      TRAINER,
      months(36, "lapse"),
      "2024-07-02",
      "2027-07-01",
    ],
    [
      "is a whole March",
      { startsOn: "2024-03-31", endsOn: "2025-03-30" },
      months(1, "due"),
      "2025-03-01",
      "2025-03-31",
    ],
    [
      "is a whole short February",
      { startsOn: "2024-02-28", endsOn: "2025-02-27" },
      months(1, "due"),
      "2025-02-01",
      "2025-02-28",
    ],
  ])("%s", (_what, cycle, terms, from, to) => {
    expect(windowOf(cycle, terms)).toEqual({ from, to });
  });
});

describe("a cycle", () => {
  const cpt = { ...TRAINER, renewedAt: null };
  test.each([
    ["2023-12-31", "not begun"],
    ["2024-01-01", "active"],
    ["2026-12-31", "active"],
    ["2027-06-30", "active"],
    ["2027-07-01", "lapsed"],
  ])("of a trainer is on %s %s", (today, state) => {
    expect(stateOf(cpt, trainer, today)).toBe(state);
  });

  test("that is renewed is active no longer", () => {
    expect(stateOf({ ...cpt, renewedAt: new Date() }, trainer, "2026-01-01")).toBe("renewed");
  });

  test.each([
    ["2025-12-31", "not begun"],
    ["2026-01-01", "active"],
    ["2031-01-01", "active"],
  ])("of a manager, 2027, is on %s %s", (today, state) => {
    expect(stateOf({ ...years(2027), renewedAt: null }, manager, today)).toBe(state);
  });

  test("is followed without a gap", () => {
    expect(nextCycle(TRAINER, trainer)).toEqual({ startsOn: "2027-01-01", endsOn: "2029-12-31" });
    expect(nextCycle(years(2027), manager)).toEqual(years(2028));
    const leap = { startsOn: "2021-03-01", endsOn: "2024-02-28" };
    expect(nextCycle(leap, trainer)).toEqual({ startsOn: "2024-02-29", endsOn: "2027-02-27" });
  });
});

describe("the rules of a cycle", () => {
  const versions = versionsShipped("CAM");
  test.each([
    [2020, "1900-01-01"],
    [2021, "2021-01-01"],
    [2022, "2022-01-01"],
  ])("that falls due on 1 January %i are those from %s", (year, fromOn) => {
    expect(versionOf(years(year), versions)?.fromOn).toBe(fromOn);
  });

  test("are those in force on its due date, which is after its end for ACSM", () => {
    const [first] = versionsShipped("ACSM-CPT");
    if (!first) throw new Error("CPT has no rules.");
    const changed = [first, { ...first, id: "later", fromOn: "2027-01-01" }];
    expect(versionOf(TRAINER, changed)?.id).toBe("later");
    expect(versionOf({ ...TRAINER, endsOn: "2026-12-30" }, changed)?.id).toBe(first.id);
  });

  test("stay those that it was renewed under", () => {
    const cycle = { ...years(2027), ruleVersionId: "2021-01-01" };
    expect(versionOf(cycle, versions)?.fromOn).toBe("2021-01-01");
  });

  test("are none before the first", () => {
    expect(versionOf(years(1899), versions)).toBeNull();
  });
});

test.each([
  ["one due on its first day is renewed", years(2026), manager, false, "renewed"],
  ["one due after its end is open", TRAINER, trainer, false, "open"],
  ["one due after its end is renewed when a later one is held", TRAINER, trainer, true, "renewed"],
])("of imported cycles, %s", (_what, cycle, terms, isLaterHeld, state) => {
  expect(importedCycleState(cycle, terms, isLaterHeld)).toBe(state);
});
