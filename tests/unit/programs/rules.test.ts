import { describe, expect, test } from "vitest";
import { nameOn, refusalOfTerms, versionOn } from "@/lib/programs/rules";
import type { RuleTerms } from "@/lib/programs/schema";
import { ruleTermsSchema } from "@/lib/programs/schema";
import { capWords } from "@/lib/programs/wording";
import { someTerms } from "@/tests/unit/allocations/an-entry";
import { SHIPPED, termsFor, versionsShipped, years } from "./shipped";

type Cap = RuleTerms["caps"][number];
const aCap = (told: Partial<Cap>): Cap => {
  return { formats: ["Teaching"], credits: 500, per: "calendar year", ...told };
};
const refusalOf = (...caps: Partial<Cap>[]) => refusalOfTerms(someTerms({ caps: caps.map(aCap) }));

describe("caps that are nested", () => {
  test.each<[string, Partial<Cap>, Partial<Cap>]>([
    ["of different formats", {}, { formats: ["Volunteering"], per: "cycle year" }],
    ["a year within the cycle", {}, { per: "cycle", credits: 900 }],
    ["a year of the cycle within the cycle", { per: "cycle year" }, { per: "cycle" }],
    ["a format within a set, each year", {}, { formats: ["Teaching", "Volunteering"] }],
    ["a format a year within a set a cycle", {}, { formats: ["Teaching", "Other"], per: "cycle" }],
    ["one after the other", { to: "2024-06-30" }, { from: "2024-07-01", per: "cycle year" }],
    ["a stricter one from a date on", {}, { from: "2025-03-01", credits: 300 }],
    ["a cycle's from the first of a year on", {}, { from: "2025-01-01", per: "cycle" }],
    ["a cycle's until the last of a year", {}, { to: "2025-12-31", per: "cycle" }],
    [
      "participation within a set",
      { formats: "participation" },
      { formats: ["Volunteering", "Other"] },
    ],
  ])("%s", (_what, one, other) => {
    expect(refusalOf(one, other)).toBeNull();
    expect(refusalOf(other, one)).toBeNull();
  });
});

describe("caps that overlap are refused", () => {
  test.each<[string, Partial<Cap>, Partial<Cap>]>([
    [
      "sets that share a format",
      { formats: ["Teaching", "Other"] },
      { formats: ["Teaching", "Reading"] },
    ],
    ["calendar years and years of the cycle", {}, { per: "cycle year" }],
    ["a format a cycle in a set a year", { per: "cycle" }, { formats: ["Teaching", "Other"] }],
    ["dates that overlap in part", { to: "2025-06-30" }, { from: "2025-03-01" }],
    [
      "a date within a year of the narrower",
      {},
      { formats: ["Teaching", "Other"], from: "2025-03-01" },
    ],
    ["a cycle's from within a year on", {}, { from: "2025-03-01", per: "cycle" }],
    [
      "a year of the cycle cut by the wider",
      { per: "cycle year" },
      { from: "2025-01-01", per: "cycle", formats: ["Teaching", "Other"] },
    ],
    [
      "participation and a set that shares one",
      { formats: "participation", per: "cycle" },
      { formats: ["Volunteering", "Other"] },
    ],
  ])("%s", (_what, one, other) => {
    expect(refusalOf(one, other)).toContain("overlap. Let one contain the other");
    expect(refusalOf(other, one)).toContain("overlap. Let one contain the other");
  });
});

describe("terms are refused", () => {
  test("with a minimum above what is required", () => {
    const minimums = [{ of: "in-network", credits: 500 }];
    expect(refusalOfTerms(someTerms({ required: 500, minimums }))).toBeNull();
    expect(refusalOfTerms(someTerms({ required: 400, minimums }))).toBe(
      "The in-network minimum of 5.00 is more than the 4.00 required. Lower it.",
    );
  });

  test("with a cap that ends before it begins", () => {
    expect(refusalOf({ from: "2025-01-01", to: "2024-12-31" })).toContain("ends before it begins");
  });

  test("with a window that ends on a lapse date that there is none of", () => {
    const window = { is: "months", months: 12, endingOn: "lapse" };
    expect(refusalOfTerms(someTerms({ window }))).toBeNull();
    expect(refusalOfTerms(someTerms({ window, lapseAfterMonths: null }))).toContain("lapse date");
  });

  test.each([
    ["a half of a hundredth", { required: 0.5 }],
    ["less than nothing", { fee: -1 }],
    ["a date that is none", { formatsFrom: { Teaching: "2025-02-30" } }],
    ["no source at all", { sources: [] }],
    ["a word that rules don't have", { feee: 1 }],
  ])("with %s", (_what, told) => {
    expect(ruleTermsSchema.safeParse({ ...someTerms(), ...told }).success).toBe(false);
  });
});

describe("a program's names and versions by date", () => {
  const names = SHIPPED.find(({ code }) => code === "CALP")?.names ?? [];
  test.each([
    ["1890-01-01", "NALP"],
    ["2021-12-31", "NALP"],
    ["2022-01-01", "CALP"],
  ])("on %s it is called %s", (day, code) => {
    expect(nameOn(names, day).code).toBe(code);
  });

  test.each([
    ["2020-12-31", "1900-01-01"],
    ["2021-01-01", "2021-01-01"],
    ["2021-12-31", "2021-01-01"],
    ["2030-01-01", "2022-01-01"],
  ])("on %s the version from %s is in force", (day, fromOn) => {
    expect(versionOn(versionsShipped("CAM"), day)?.fromOn).toBe(fromOn);
  });

  test("before the first there is none", () => {
    expect(versionOn(versionsShipped("CAM"), "1899-12-31")).toBeNull();
  });
});

describe("the figures that ship", () => {
  test.each([
    ["ACSM-GEI", 4500, 6000],
    ["ACSM-CPT", 4500, 6000],
    ["ACSM-EP", 6000, 7000],
    ["ACSM-CEP", 6000, 7000],
  ])("%s", (code, required, fee) => {
    const terms = termsFor(code, years(2024, 2026));
    expect(terms).toMatchObject({ required, fee, lateFee: 8000, cycleYears: 3, minimums: [] });
    expect(terms.caps.map(capWords)).toEqual([
      "At most 5.00 Teaching in a calendar year",
      "At most 8.00 Volunteering in a calendar year",
      "At most 5.00 CPR/first aid in a calendar year, from 1 January 2025",
    ]);
  });

  test.each([
    ["CAM", 600, 800, 500],
    ["CAPS", 600, 800, 500],
    ["CALP", 300, 500, 300],
    ["CAS", 300, 500, 300],
    ["AIME", 300, 500, 300],
    ["CAMT", 0, 0, 0],
  ])("%s, to the 2021 renewal and from 2022", (code, before, after, minimum) => {
    const of = (year: number) => termsFor(code, years(year));
    expect([2020, 2021, 2022, 2027].map((year) => of(year).required)).toEqual([
      before,
      before,
      after,
      after,
    ]);
    expect([2020, 2021, 2022].map((year) => of(year).caps.length)).toEqual([0, 1, 1]);
    expect(of(2021).caps).toMatchObject([{ credits: 200, formats: ["Volunteering"] }]);
    const minimums = minimum ? [{ of: "in-network", credits: minimum }] : [];
    expect(of(2020).minimums).toEqual(minimums);
    expect(of(2022)).toMatchObject({ minimums, fee: 12500, lateFee: 5000, lapseAfterMonths: null });
  });

  test("are rules that can be saved", () => {
    const refusals = SHIPPED.flatMap(({ code }) =>
      versionsShipped(code).map(({ terms }) => refusalOfTerms(terms)),
    );
    expect(new Set(refusals)).toEqual(new Set([null]));
  });
});
