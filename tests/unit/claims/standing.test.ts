import { describe, expect, test } from "vitest";
import { type Claim, standingOf } from "@/lib/claims/rules";
import { ENDS_AT, NOW, rowsOfAClaim } from "@/tests/support/a-row";

const EARLY = new Date(ENDS_AT.getTime() - 1);

describe("where a claim stands on the tracker", () => {
  test("before the event ends: when it opens", () => {
    expect(standingOf(rowsOfAClaim({}, {}), EARLY)).toEqual({ is: "opens", at: ENDS_AT });
  });

  test("the instant it ends: open, none of its days entered", () => {
    expect(standingOf(rowsOfAClaim({}, {}), ENDS_AT)).toEqual({
      is: "open",
      entered: 0,
      days: 2,
      submitted: null,
    });
  });

  test.each<[string, Claim, number, number]>([
    ["one of three", rowsOfAClaim({ credits: 650 }, {}, {}), 1, 3],
    ["a zero counts as entered", rowsOfAClaim({ credits: 0 }, {}, { credits: 25 }), 2, 3],
    ["all, not submitted yet", rowsOfAClaim({ credits: 650 }, { credits: 0 }), 2, 2],
  ])("half entered: %s", (_what, claim, entered, days) => {
    expect(standingOf(claim, NOW)).toMatchObject({ is: "open", entered, days, submitted: null });
  });

  test("submitted: its total", () => {
    const claim = rowsOfAClaim(
      { credits: 650, submittedAt: NOW },
      { credits: 25, submittedAt: NOW },
    );
    expect(standingOf(claim, NOW)).toEqual({ is: "submitted", total: 675 });
  });

  test("all zero: submitted with 0.00, and listed", () => {
    const claim = rowsOfAClaim({ credits: 0, submittedAt: NOW });
    expect(standingOf(claim, NOW)).toEqual({ is: "submitted", total: 0 });
  });

  test("a day added to a submitted claim: open again, beside what is submitted", () => {
    const claim = rowsOfAClaim({ credits: 650, submittedAt: NOW }, { credits: 100 });
    expect(standingOf(claim, NOW)).toEqual({ is: "open", entered: 2, days: 2, submitted: 650 });
  });

  test("submitted stays submitted when the event's end is moved into the future", () => {
    const claim = rowsOfAClaim({ credits: 650, submittedAt: NOW });
    expect(standingOf(claim, EARLY)).toEqual({ is: "submitted", total: 650 });
  });

  test("without a day to claim: nothing, before the end and after", () => {
    expect(standingOf(rowsOfAClaim(), EARLY)).toEqual({ is: "none" });
    expect(standingOf(rowsOfAClaim(), NOW)).toEqual({ is: "none" });
  });
});
