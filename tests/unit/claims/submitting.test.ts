import { describe, expect, test } from "vitest";
import { lastSubmission, refusalToSubmit } from "@/lib/claims/rules";
import { aRow, ENDS_AT, NOW, rowsOfAClaim } from "@/tests/support/a-row";

const LATER = new Date("2026-05-02T08:30:00Z");

describe("a claim can be submitted", () => {
  test.each([
    ["every day has an amount", rowsOfAClaim({ credits: 650 }, { credits: 0 })],
    ["all days are zero", rowsOfAClaim({ credits: 0 }, { credits: 0 })],
    ["one day was added to a locked claim", rowsOfAClaim({ submittedAt: NOW }, { credits: 25 })],
  ])("once %s", (_what, claim) => {
    expect(refusalToSubmit(claim, "MD", ENDS_AT)).toBeNull();
  });
});

describe("a claim cannot be submitted", () => {
  test("while a day is blank: the day is named, and zero must be typed", () => {
    const claim = rowsOfAClaim({ credits: 650 }, { credits: null }, { credits: 0 });
    expect(refusalToSubmit(claim, "MD", NOW)).toBe(
      "Enter the credits for Sat 11 Apr 2026. Enter 0 if you earned none.",
    );
  });

  test("while several days are blank: each is named", () => {
    expect(refusalToSubmit(rowsOfAClaim({}, { credits: 25 }, {}), "MD", NOW)).toBe(
      "Enter the credits for Fri 10 Apr 2026, Sun 12 Apr 2026. Enter 0 if you earned none.",
    );
  });

  test.each([
    ["with all entered", rowsOfAClaim({ credits: 650 })],
    ["with a blank day", rowsOfAClaim({})],
  ])("before the event has ended, %s: it says when", (_what, claim) => {
    const early = new Date(ENDS_AT.getTime() - 1);
    expect(refusalToSubmit(claim, "MD", early)).toContain("from 12 Apr 2026, 17:00 Chicago time");
  });

  test("without a profession, which the certificate depends on", () => {
    expect(refusalToSubmit(rowsOfAClaim({ credits: 650 }), null, NOW)).toBe(
      "Choose your profession in My Profile first: the certificate depends on it.",
    );
  });

  test("when the maximum of an open day was lowered under what is entered: the day is named", () => {
    const claim = rowsOfAClaim({ credits: 600 }, { credits: 650, maximum: 600 });
    expect(refusalToSubmit(claim, "MD", NOW)).toBe(
      "Sat 11 Apr 2026: The most for this day is 6.00.",
    );
  });

  test("when the step changed since an open day was entered", () => {
    const claim = rowsOfAClaim({ credits: 630 });
    expect(refusalToSubmit(claim, "MD", NOW)).toContain("Enter 6.25 or 6.50.");
  });

  test("when all is locked: it was submitted, with the time", () => {
    const claim = rowsOfAClaim({ credits: 650, submittedAt: NOW }, { submittedAt: LATER });
    expect(refusalToSubmit(claim, "MD", LATER)).toBe(
      "This event was submitted on 2 May 2026, 03:30 Chicago time. To change it, request a correction.",
    );
  });

  test("when no day is registered", () => {
    expect(refusalToSubmit(rowsOfAClaim(), "MD", NOW)).toBe(
      "You are not registered for any day of this event, so there is nothing to submit.",
    );
  });
});

test("a locked day stands, whatever became of its maximum", () => {
  const claim = rowsOfAClaim({ credits: 700, maximum: 600, submittedAt: NOW }, { credits: 25 });
  expect(refusalToSubmit(claim, "MD", LATER)).toBeNull();
});

test("of several submissions the last gives the time", () => {
  const rows = [aRow({ submittedAt: LATER }), aRow({ submittedAt: NOW }), aRow()];
  expect(lastSubmission(rows)).toEqual(LATER);
  expect(lastSubmission([aRow()])).toBeNull();
});
