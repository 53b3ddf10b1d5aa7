import { describe, expect, test } from "vitest";
import { creditByYear } from "@/lib/dashboard/by-year";
import { pageOf } from "@/lib/dashboard/paging";
import { filterEntries, linesByEntry, sortEntries } from "@/lib/dashboard/rules";
import { aStanding, aStandingEntry } from "./a-standing";

const entries = [
  aStandingEntry({ title: "A", earnedOn: "2025-05-05", format: "Teaching", credits: 700 }),
  aStandingEntry({ title: "B", earnedOn: "2026-05-05", credits: 100, creditType: "None" }),
  aStandingEntry({ title: "C", earnedOn: "2020-05-05", credits: 300 }),
  aStandingEntry({ title: "D", earnedOn: "2026-06-06", credits: 200, isAccepted: false }),
  aStandingEntry({
    title: "E",
    earnedOn: "2026-07-07",
    isAccepted: false,
    state: "returned",
  }),
];
const titles = (found: readonly { title: string }[]) => found.map(({ title }) => title).join("");

describe("the record", () => {
  test.each([
    [{}, "ABCDE"],
    [{ format: "Teaching" }, "A"],
    [{ year: "2026" }, "BDE"],
    [{ standing: "counts" }, "A"],
    [{ standing: "yearly maximum" }, "A"],
    [{ standing: "credit type not accepted" }, "B"],
    [{ standing: "outside the window" }, "C"],
    [{ standing: "awaiting review" }, "D"],
    [{ standing: "returned" }, "E"],
    [{ standing: "surplus" }, ""],
  ])("filtered by %j", (filters, found) => {
    const lines = linesByEntry([aStanding(entries)]);
    expect(titles(filterEntries(entries, filters, lines))).toBe(found);
  });

  test.each([
    ["-earned", "EDBAC"],
    ["earned", "CABDE"],
    ["-credits", "ACDEB"],
    ["name", "ABCDE"],
    ["type", "EDACB"],
  ] as const)("sorted by %s", (sort, sorted) => {
    expect(titles(sortEntries(entries, sort))).toBe(sorted);
  });

  test("is paged beside a named row, missing and repeating none", () => {
    const rows = ["a", "b", "c", "d", "e"];
    const by = { size: 2, idOf: (row: string) => row };
    expect(pageOf(rows, {}, by)).toMatchObject({ page: ["a", "b"], hasBefore: false });
    expect(pageOf(rows, { after: "b" }, by)).toMatchObject({ page: ["c", "d"], hasAfter: true });
    expect(pageOf(rows, { after: "d" }, by)).toMatchObject({ page: ["e"], hasAfter: false });
    expect(pageOf(rows, { before: "c" }, by)).toMatchObject({ page: ["a", "b"], hasAfter: true });
    expect(pageOf(rows, { after: "gone" }, by)).toMatchObject({ page: ["a", "b"] });
  });

  test("is drawn by year and format, accepted credit alone", () => {
    expect(creditByYear(entries)).toEqual({
      years: ["2020", "2025", "2026"],
      formats: [
        { name: "Teaching", credits: [0, 700, 0], total: 700 },
        { name: "Live course", credits: [300, 0, 100], total: 400 },
      ],
      totals: [300, 700, 100],
    });
  });
});
