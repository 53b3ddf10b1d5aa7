import { describe, expect, test } from "vitest";
import { refusalOfDay } from "@/lib/calendar";
import { saveEventDaySchema } from "@/lib/events/schema";
import { nameProgramSchema } from "@/lib/program-names/schema";
import { ruleTermsSchema, ruleVersionSchema } from "@/lib/programs/schema";
import { providerPostSchema } from "@/lib/provider-posts/schema";
import { draftOf, termsTyped } from "@/lib/rule-drafts/rules";
import { versionsShipped } from "@/tests/unit/programs/shipped";

const REFUSED = "Check the year: it should be between 1900 and 2100.";

test.each([
  ["1899-12-31", REFUSED],
  ["1900-01-01", null],
  ["2056-02-29", null],
  ["2100-12-31", null],
  ["2101-01-01", REFUSED],
  ["0001-01-01", REFUSED],
  ["0000-01-01", REFUSED],
  ["9999-12-31", REFUSED],
  ["2026-02-30", "No date."],
  ["20260-01-01", "No date."],
  ["", "No date."],
])("the day %j: %j", (typed, refusal) => {
  expect(refusalOfDay(typed, "No date.")).toBe(refusal);
});

describe("a year that was mistyped is refused", () => {
  const terms = ruleTermsSchema.parse(versionsShipped("CAM")[0]?.terms);

  test.each([
    ["as the day of an event", saveEventDaySchema.shape.day],
    ["as the day from which a program has a name", nameProgramSchema.shape.fromOn],
    ["as the first day of a version in a file", ruleVersionSchema.shape.fromOn],
    ["as the day of a provider's post", providerPostSchema.shape.dateEarned],
  ])("%s", (_, schema) => {
    for (const day of ["0001-01-01", "9999-12-31"]) {
      expect(schema.safeParse(day).error?.issues.map(({ message }) => message)).toEqual([REFUSED]);
    }
    expect(schema.safeParse("2026-11-22").success).toBe(true);
  });

  test("as the first day of a version on the screen", () => {
    expect(termsTyped(draftOf("CAM", "0001-01-01", terms))).toEqual({
      refusals: { fromOn: REFUSED },
    });
    expect(termsTyped(draftOf("CAM", "2027-01-01", terms))).toMatchObject({ fromOn: "2027-01-01" });
  });

  test("as an edge of a maximum, and as the day from which a format is accepted", () => {
    const cap = { formats: ["Conference"], credits: 100, per: "cycle" as const };
    const caps = [{ ...cap, from: "0026-01-01", to: "0266-01-01" }];
    const formatsFrom = { Conference: "9999-12-31" };
    expect(termsTyped(draftOf("CAM", "2027-01-01", { ...terms, caps, formatsFrom }))).toEqual({
      refusals: { capFrom0: REFUSED, capTo0: REFUSED, formatFrom: `Conference: ${REFUSED}` },
    });
  });
});
