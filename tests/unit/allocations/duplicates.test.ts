import { describe, expect, test } from "vitest";
import { twinAmong } from "@/lib/allocations/duplicates";
import { anEntry, someTerms } from "./an-entry";
import { answers, CYCLE, entriesOf } from "./answers";

const SAME = { titleKey: "leadership", title: "Leadership" };
const NUMBER = { courseNumberKey: "ap-1" };

describe("the same credit twice counts once", () => {
  test.each([
    ["an equal title", SAME, SAME],
    ["an equal course number", NUMBER, NUMBER],
    [
      "an equal title under other numbers",
      { ...SAME, ...NUMBER },
      { ...SAME, courseNumberKey: "ap-2" },
    ],
    ["another amount and format", { ...SAME, credits: 700 }, { ...SAME, format: "Conference" }],
    ["another source", SAME, { ...SAME, source: "import" as const }],
  ])("with %s", (_what, one, other) => {
    expect(answers(entriesOf(one, other)).reasons).toEqual(["counted", "duplicate"]);
  });

  test.each([
    ["other titles and no course number", {}, {}],
    ["another date", SAME, { ...SAME, earnedOn: "2024-06-02" }],
    ["another provider", SAME, { ...SAME, providerKey: "riverside college" }],
    ["a decision of staff", SAME, { ...SAME, isNotDuplicate: true }],
    ["a decision of staff about the first", { ...SAME, isNotDuplicate: true }, SAME],
  ])("but both count with %s", (_what, one, other) => {
    expect(answers(entriesOf(one, other)).reasons).toEqual(["counted", "counted"]);
  });

  test("the line names the one that counts", () => {
    const [first, second] = [anEntry(SAME), anEntry(SAME)];
    const { lines, details } = answers([first, second]);
    expect(lines.map(({ sameAs }) => sameAs)).toEqual([null, first.id]);
    expect(details[1]).toBe("Same date, provider and title as “Leadership”, which counts once.");
  });
});

describe("among matches", () => {
  test.each(["claim", "provider_post"] as const)("a %s goes before any other", (source) => {
    const later = { ...SAME, source, reportedOn: "2025-01-01" };
    expect(answers(entriesOf(SAME, later)).reasons).toEqual(["duplicate", "counted"]);
  });

  test("the one that was reported first goes before the other", () => {
    const later = { ...SAME, reportedOn: "2025-01-01" };
    expect(answers(entriesOf(later, SAME)).reasons).toEqual(["duplicate", "counted"]);
  });

  test("days of one claim never match each other, and a report of them does", () => {
    const day = { ...SAME, source: "claim" as const, claimKey: "registration" };
    const reasons = ["counted", "counted", "duplicate"];
    expect(answers(entriesOf(day, day, SAME)).reasons).toEqual(reasons);
    expect(answers(entriesOf(day, day, { ...day, claimKey: "other" })).reasons).toEqual(reasons);
  });

  test("one that repeats a duplicate alone counts: nothing like it has been counted", () => {
    const entries = entriesOf(NUMBER, { ...NUMBER, ...SAME }, SAME);
    expect(answers(entries).reasons).toEqual(["counted", "duplicate", "counted"]);
  });
});

describe("only entries that would otherwise count are compared", () => {
  test.each([
    ["outside the window", { providerKey: "x" }, { earnedOn: "2023-01-01" }],
    ["credit type not accepted", {}, { creditType: "None" }],
    ["source not accepted", {}, { source: "import" as const }],
    ["awaiting review", {}, { isAccepted: false }],
  ])("so not with one of the reason %s", (reason, told, first) => {
    const terms = someTerms({ sources: ["self_report"] });
    const entries = entriesOf({ ...SAME, ...first }, { ...SAME, ...told });
    expect(answers(entries, CYCLE, terms).reasons).toEqual([reason, "counted"]);
  });
});

describe("an entry before it is saved", () => {
  const report = anEntry(SAME);

  test.each([
    ["one that is on record", SAME],
    ["one that awaits review", { ...SAME, isAccepted: false }],
    ["a day of a claim", { ...SAME, source: "claim" as const, claimKey: "registration" }],
  ])("would repeat %s", (_what, told) => {
    const other = anEntry(told);
    expect(twinAmong([anEntry(), other], report)?.of).toBe(other);
  });

  test("repeats nothing among others", () => {
    const others = [anEntry(), anEntry({ ...SAME, isNotDuplicate: true })];
    expect(twinAmong(others, report)).toBeNull();
  });
});
