import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { creditsTyped, MOST_CREDITS, printCredits, refusalOfStep } from "@/lib/credits/amount";

const AMA = { name: "AMA PRA Category 1", increment: 25 };
const IACET = { name: "IACET CEU", increment: 10 };

describe("the AMA's quarter hours", () => {
  test.each([0, 25, 50, 75, 100, 650, 99_975])("%i hundredths are a multiple", (credits) => {
    expect(refusalOfStep(credits, AMA)).toBeNull();
  });

  test.each([
    ["0.1", "0.00 or 0.25"],
    ["0.01", "0.00 or 0.25"],
    ["6.6", "6.50 or 6.75"],
    ["6.74", "6.50 or 6.75"],
    ["6.76", "6.75 or 7.00"],
    ["998.99", "998.75 or 999.00"],
  ])("%s is refused, and the nearest two are offered: %s", (typed, offered) => {
    const refusal = refusalOfStep(creditsTyped(typed) ?? 0, AMA);
    expect(refusal).toBe(`AMA PRA Category 1 goes in steps of 0.25. Enter ${offered}.`);
  });
});

test("999.99 itself is no quarter hour: only the amount below can be entered", () => {
  expect(refusalOfStep(MOST_CREDITS, AMA)).toBe(
    "AMA PRA Category 1 goes in steps of 0.25. Enter 999.75.",
  );
});

describe("IACET's tenths, one contact hour each", () => {
  test.each([0, 10, 30, 110])("%i hundredths are a multiple", (credits) => {
    expect(refusalOfStep(credits, IACET)).toBeNull();
  });

  test.each([
    ["0.25", "0.20 or 0.30"],
    ["0.05", "0.00 or 0.10"],
    ["1.99", "1.90 or 2.00"],
  ])("%s is refused, and the nearest two are offered: %s", (typed, offered) => {
    const refusal = refusalOfStep(creditsTyped(typed) ?? 0, IACET);
    expect(refusal).toBe(`IACET CEU goes in steps of 0.10. Enter ${offered}.`);
  });
});

test("the two amounts offered are themselves multiples, one below and one above", () => {
  const amounts = integer({ min: 0, max: MOST_CREDITS - 25 });
  assert(
    property(amounts, constantFrom(AMA, IACET), (credits, creditType) => {
      const refusal = refusalOfStep(credits, creditType);
      if (refusal === null) return credits % creditType.increment === 0;
      const offered = refusal.match(/Enter (\S+) or (\S+)\.$/)?.slice(1) ?? [];
      const [below = -1, above = -1] = offered.map((each) => Math.round(Number(each) * 100));
      return (
        refusal.endsWith(`Enter ${printCredits(below)} or ${printCredits(above)}.`) &&
        below % creditType.increment === 0 &&
        above - below === creditType.increment &&
        below < credits &&
        credits < above
      );
    }),
  );
});
