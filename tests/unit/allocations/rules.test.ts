import { describe, expect, test } from "vitest";
import { allocate } from "@/lib/allocations/rules";
import type { CycleDates } from "@/lib/certifications/rules";
import { termsFor, years } from "@/tests/unit/programs/shipped";
import { anEntry, someTerms, TERMS } from "./an-entry";
import { answers, CYCLE, entriesOf } from "./answers";

describe("the window", () => {
  test.each([
    ["2023-12-31", "outside the window"],
    ["2024-01-01", "counted"],
    ["2026-12-31", "counted"],
    ["2027-01-01", "outside the window"],
  ])("of a trainer: %s is %s", (earnedOn, reason) => {
    expect(answers(entriesOf({ earnedOn })).reasons).toEqual([reason]);
  });

  test.each([
    ["2018-12-31", "outside the window"],
    ["2019-01-01", "counted"],
    ["2019-12-31", "counted"],
    ["2020-01-01", "outside the window"],
  ])("of a manager's 2020 renewal: %s is %s", (earnedOn, reason) => {
    const entries = entriesOf({ earnedOn, source: "provider_post" });
    expect(answers(entries, years(2020), termsFor("CAM", years(2020))).reasons).toEqual([reason]);
  });

  test("is each certification's own: CPT 2023–2025, EP 2024–2026", () => {
    const entries = entriesOf(
      { earnedOn: "2023-06-01", credits: 1000 },
      { earnedOn: "2024-06-01", credits: 1000 },
    );
    const of = (code: string, cycle: CycleDates) =>
      answers(entries, cycle, termsFor(code, cycle)).counts;
    expect(of("ACSM-CPT", years(2023, 2025))).toEqual([1000, 1000]);
    expect(of("ACSM-EP", CYCLE)).toEqual([0, 1000]);
  });

  test("doesn't ask when it was reported", () => {
    expect(answers(entriesOf({ reportedOn: "2029-01-01" })).reasons).toEqual(["counted"]);
  });

  test("says its dates", () => {
    expect(answers(entriesOf({ earnedOn: "2023-12-31" })).details).toEqual([
      "Only credit earned from 1 January 2024 to 31 December 2026 counts.",
    ]);
  });
});

describe("order", () => {
  test("is by date earned, then date reported, then id", () => {
    const teaching = { format: "Teaching", credits: 500 };
    const late = anEntry({ ...teaching, earnedOn: "2024-05-02", reportedOn: "2024-05-02" });
    const b = anEntry({ ...teaching, id: "b", earnedOn: "2024-05-01", reportedOn: "2024-06-02" });
    const a = anEntry({ ...teaching, id: "a", earnedOn: "2024-05-01", reportedOn: "2024-06-02" });
    const soon = anEntry({
      ...teaching,
      id: "c",
      earnedOn: "2024-05-01",
      reportedOn: "2024-06-01",
    });
    const { lines } = allocate([late, b, a, soon], CYCLE, TERMS);
    expect(lines.map(({ entryId }) => entryId)).toEqual(["c", "a", "b", late.id]);
    expect(lines.map(({ counted }) => counted)).toEqual([500, 0, 0, 0]);
  });
});

describe("what is never accepted", () => {
  test("credit type None, whatever the version says", () => {
    const { reasons, details } = answers(
      entriesOf({ creditType: "None" }),
      CYCLE,
      someTerms({ creditTypesRefused: [] }),
    );
    expect(reasons).toEqual(["credit type not accepted"]);
    expect(details).toEqual(["Credit type None does not count."]);
  });

  test("a type that the version refuses; every other counts", () => {
    const terms = someTerms({ creditTypesRefused: ["None", "CME"] });
    const types = entriesOf(
      { creditType: "CME" },
      { creditType: "Credit Hour" },
      { creditType: "IACET CEU" },
    );
    expect(answers(types, CYCLE, terms).counts).toEqual([0, 100, 100]);
  });

  test("a plain self-report or an import toward NAAEI; posts, claims and approved form lines are", () => {
    const sources = [
      "self_report",
      "import",
      "staff",
      "provider_post",
      "claim",
      "reporting_form",
    ] as const;
    const entries = entriesOf(...sources.map((source) => ({ source, earnedOn: "2026-02-01" })));
    const { counts, details } = answers(entries, years(2027), termsFor("CAM", years(2027)));
    expect(counts).toEqual([0, 0, 0, 100, 100, 100]);
    expect(details[0]).toBe(
      "Self-reports do not count; these do: provider posts, claims, approved form lines.",
    );
  });
});
