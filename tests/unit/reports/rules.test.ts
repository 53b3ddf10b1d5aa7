import { describe, expect, test } from "vitest";
import { dayTyped, refusalOfDate } from "@/lib/reports/dates";
import { creditsReported, questionOfHours, refusalsOfReport } from "@/lib/reports/rules";

describe("a date that was typed", () => {
  test.each([
    ["2026-03-14", "2026-03-14"],
    ["2026-3-4", "2026-03-04"],
    [" 3/14/2026 ", "2026-03-14"],
    ["03/04/2026", "2026-03-04"],
    ["14 Mar 2026", "2026-03-14"],
    ["14 march 2026", "2026-03-14"],
    ["March 14, 2026", "2026-03-14"],
    ["Sept. 1 2026", "2026-09-01"],
    ["2/29/2024", "2024-02-29"],
  ])("%s is %s", (typed, day) => {
    expect(dayTyped(typed)).toBe(day);
  });

  test.each([
    "",
    "2/29/2025",
    "14/3/2026",
    "3/14/26",
    "2026",
    "14 Foo 2026",
    "0000-01-01",
    "٣/١٤/٢٠٢٦",
  ])("%s is none", (typed) => {
    expect(dayTyped(typed)).toBeNull();
  });
});

const windows = [
  { program: "CPT", from: "2024-01-01", to: "2026-12-31" },
  { program: "EP", from: "2025-01-01", to: "2027-12-31" },
];
const today = "2026-04-14";

describe("the date earned", () => {
  test.each(["2024-01-01", "2026-04-14", "2025-06-01"])("%s can be reported", (day) => {
    expect(refusalOfDate(day, windows, today)).toBeNull();
  });

  test("outside every window is refused, and the ranges are named", () => {
    expect(refusalOfDate("2023-12-31", windows, today)).toBe(
      "This date is outside your active cycles. Credit counts when earned from 1 January 2024 to 31 December 2026 (CPT) or from 1 January 2025 to 31 December 2027 (EP).",
    );
  });

  test("in the future is refused, within a window too", () => {
    expect(refusalOfDate("2026-04-15", windows, today)).toContain(
      "in the future: today is 14 April",
    );
  });

  test("of a member without an active cycle is refused", () => {
    expect(refusalOfDate("2026-04-01", [], today)).toContain(
      "no certification with an active cycle",
    );
  });
});

const rates = { collegeHourFactor: 10, ceuFactor: 10, minutesPerCredit: 60, increment: 25 };
const typed = {
  credits: 300 as number | null,
  creditType: "Credit Hour",
  convertFrom: "hours" as const,
  convertAmount: null as number | null,
  creditsMeant: null as "credits" | "hours" | null,
};

describe("college credit", () => {
  test("entered converted counts as it is: 30 are 30, never 300", () => {
    expect(questionOfHours({ ...typed, credits: 3000 }, rates)).toBeNull();
    const answered = { ...typed, credits: 3000, creditsMeant: "hours" as const };
    expect(creditsReported(answered, rates)).toEqual({ credits: 3000, entered: null });
  });

  test("under what one hour comes to is asked about, and not converted by itself", () => {
    expect(questionOfHours(typed, rates)).toBe("3 CECs, or 3 credit hours (30)?");
    expect(questionOfHours({ ...typed, credits: 975 }, rates)).toBe(
      "9.75 CECs, or 9.75 credit hours (97.50)?",
    );
    expect(creditsReported(typed, rates)).toEqual({ credits: 300, entered: null });
    expect(creditsReported({ ...typed, creditsMeant: "credits" }, rates).credits).toBe(300);
  });

  test("that the member says is hours is converted, and what was entered is kept", () => {
    expect(creditsReported({ ...typed, creditsMeant: "hours" }, rates)).toEqual({
      credits: 3000,
      entered: { from: "hours", amount: 300 },
    });
  });

  test("of another credit type is not asked about", () => {
    expect(questionOfHours({ ...typed, creditType: "CEC" }, rates)).toBeNull();
  });

  test("by the helper fills the field, and the field stays what counts", () => {
    const helped = { ...typed, credits: null, convertAmount: 300 };
    expect(creditsReported(helped, rates)).toEqual({
      credits: 3000,
      entered: { from: "hours", amount: 300 },
    });
    expect(creditsReported({ ...helped, credits: 2500 }, rates).credits).toBe(2500);
    expect(questionOfHours({ ...helped, credits: 300 }, rates)).toBeNull();
  });
});

describe("a report", () => {
  const judged = {
    earnedOn: "2026-03-03",
    credits: 600,
    documents: 0,
    creditsMeant: null,
    isSeenAsDuplicate: false,
    format: { documentRequired: false },
    creditType: { name: "CEC", increment: 25 },
    provider: {},
    windows,
    today,
    asks: { hours: null, duplicate: null },
  };

  test("that is right has no refusal", () => {
    expect(refusalsOfReport(judged)).toEqual({});
  });

  test("names everything that is wrong at once", () => {
    const wrong = {
      ...judged,
      earnedOn: "2020-01-01",
      credits: 610,
      format: { documentRequired: true },
      provider: null,
      asks: { hours: "?", duplicate: "!" },
    };
    expect(Object.keys(refusalsOfReport(wrong))).toEqual([
      "earnedOn",
      "credits",
      "provider",
      "documents",
      "creditsMeant",
      "duplicate",
    ]);
  });

  test("with a document and with answers to what was asked is saved", () => {
    const answered = {
      ...judged,
      format: { documentRequired: true },
      documents: 1,
      creditsMeant: "credits" as const,
      isSeenAsDuplicate: true,
      asks: { hours: "?", duplicate: "!" },
    };
    expect(refusalsOfReport(answered)).toEqual({});
  });
});
