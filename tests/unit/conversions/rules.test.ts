import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conversionWords, convert, type Unit } from "@/lib/conversions/rules";

const rates = { collegeHourFactor: 10, ceuFactor: 10, minutesPerCredit: 60, increment: 25 };

describe("what an amount comes to", () => {
  test.each<[Unit, number, number, string]>([
    ["hours", 300, 3000, "3.00 college credit hours × 10 = 30.00"],
    ["hours", 50, 500, "0.50 college credit hours × 10 = 5.00"],
    ["ceus", 10, 100, "0.10 CEUs × 10 = 1.00"],
    ["ceus", 33, 325, "0.33 CEUs × 10 = 3.30, rounded to 3.25"],
    ["minutes", 6000, 100, "60 minutes ÷ 60 = 1.00"],
    ["minutes", 10_000, 175, "100 minutes ÷ 60 = 1.67, rounded to 1.75"],
    ["minutes", 700, 0, "7 minutes ÷ 60 = 0.12, rounded to 0.00"],
    // Just between two steps: half goes up.
    ["minutes", 750, 25, "7.50 minutes ÷ 60 = 0.13, rounded to 0.25"],
    ["minutes", 2250, 50, "22.50 minutes ÷ 60 = 0.38, rounded to 0.50"],
  ])("%s %i", (from, amount, credits, words) => {
    expect(convert({ from, amount }, rates)).toBe(credits);
    expect(conversionWords({ from, amount }, rates)).toBe(words);
  });

  test("is never more than can be reported", () => {
    expect(convert({ from: "hours", amount: 99_999 }, rates)).toBeNull();
    expect(conversionWords({ from: "hours", amount: 99_999 }, rates)).toBe(
      "That is more than 999.99.",
    );
  });

  test("is a whole number of steps, the nearest one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 100 }),
        (amount, minutesPerCredit, increment) => {
          const own = { ...rates, minutesPerCredit, increment };
          const credits = convert({ from: "minutes", amount }, own);
          if (credits === null) return;
          expect(credits % increment).toBe(0);
          const off = credits - amount / minutesPerCredit;
          expect(off).toBeLessThanOrEqual(increment / 2 + 1e-9);
          expect(off).toBeGreaterThan(-increment / 2 - 1e-9);
        },
      ),
    );
  });
});
