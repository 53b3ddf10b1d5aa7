import { describe, expect, test } from "vitest";
import type { Entry } from "@/lib/allocations/lines";
import { termsFor, years } from "@/tests/unit/programs/shipped";
import { someTerms } from "./an-entry";
import { answers, CYCLE, entriesOf } from "./answers";

describe("caps", () => {
  const teaching = (earnedOn: string, credits: number) => ({
    format: "Teaching",
    earnedOn,
    credits,
  });

  test("Teaching 4 (2024-03), 3 (2024-11), 6 (2025-02) count 4, 1, 5", () => {
    const { counts, reasons, details } = answers(
      entriesOf(
        teaching("2024-03-05", 400),
        teaching("2024-11-05", 300),
        teaching("2025-02-05", 600),
      ),
    );
    expect(counts).toEqual([400, 100, 500]);
    expect(reasons).toEqual(["counted", "yearly maximum", "yearly maximum"]);
    expect(details.slice(1)).toEqual([
      "At most 5.00 Teaching in a calendar year (2024: 4.00 before this).",
      "At most 5.00 Teaching in a calendar year (2025: 0.00 before this).",
    ]);
  });

  test("one year of Teaching 7, Volunteering 9, other 20 counts 33", () => {
    const { counted, outstanding } = answers(
      entriesOf(
        teaching("2024-02-01", 700),
        { format: "Volunteering", credits: 900 },
        { format: "Other", credits: 2000 },
      ),
    );
    expect([counted, outstanding]).toEqual([3300, 1200]);
  });

  test("CPR/first aid is accepted and capped from 2025 on", () => {
    const cpr = (earnedOn: string) => ({ format: "CPR/first aid", earnedOn, credits: 600 });
    const { counts, reasons, details } = answers(entriesOf(cpr("2024-12-31"), cpr("2025-01-01")));
    expect(counts).toEqual([0, 500]);
    expect(reasons).toEqual(["format not accepted yet", "yearly maximum"]);
    expect(details[0]).toBe("CPR/first aid counts when earned from 1 January 2025 on.");
  });

  test("only entries inside the window use a cap", () => {
    const cycle = { startsOn: "2024-07-01", endsOn: "2027-06-30" };
    const entries = entriesOf(teaching("2024-06-30", 500), teaching("2024-07-01", 500));
    expect(answers(entries, cycle).counts).toEqual([0, 500]);
  });

  test("removing an entry frees its room", () => {
    const [first, second] = entriesOf(teaching("2024-03-05", 400), teaching("2024-11-05", 300));
    expect(answers([first, second] as Entry[]).counts).toEqual([400, 100]);
    expect(answers([second] as Entry[]).counts).toEqual([300]);
  });

  test("a year of the cycle begins when the cycle does", () => {
    const terms = someTerms({ caps: [{ formats: ["Teaching"], credits: 500, per: "cycle year" }] });
    const cycle = { startsOn: "2024-07-01", endsOn: "2027-06-30" };
    const days = ["2024-12-01", "2025-06-30", "2025-07-01"];
    const { counts, details } = answers(
      entriesOf(...days.map((day) => teaching(day, 400))),
      cycle,
      terms,
    );
    expect(counts).toEqual([400, 100, 400]);
    expect(details[1]).toBe(
      "At most 5.00 Teaching in a year of the cycle (from 1 July 2024: 4.00 before this).",
    );
  });

  test("of the whole cycle give the reason cycle maximum", () => {
    const terms = someTerms({
      caps: [{ formats: ["Teaching", "Other"], credits: 500, per: "cycle" }],
    });
    const { counts, reasons, details } = answers(
      entriesOf(teaching("2024-02-01", 400), {
        format: "Other",
        earnedOn: "2026-02-01",
        credits: 400,
      }),
      CYCLE,
      terms,
    );
    expect(counts).toEqual([400, 100]);
    expect(reasons).toEqual(["counted", "cycle maximum"]);
    expect(details[1]).toBe("At most 5.00 Teaching and Other in a cycle (4.00 before this).");
  });

  test("participation counts 2 from the 2021 renewal on, and no cap before", () => {
    const at = (year: number) => {
      const entries = entriesOf({
        earnedOn: `${year - 1}-05-01`,
        format: "Volunteering",
        credits: 300,
        source: "reporting_form",
      });
      return answers(entries, years(year), termsFor("CAM", years(year))).counts;
    };
    expect([at(2020), at(2021), at(2022)]).toEqual([[300], [200], [200]]);
  });
});
