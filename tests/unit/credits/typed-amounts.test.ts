import { assert, constantFrom, integer, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { creditsTyped, MOST_CREDITS, printCredits, refusalOfAmount } from "@/lib/credits/amount";
import { typedCredits } from "@/lib/credits/schema";

describe("an amount of credits as people type it", () => {
  test.each([
    ["6.5", 650],
    [" 6.50 ", 650],
    ["0", 0],
    [".5", 50],
    ["0.0", 0],
    ["00.25", 25],
    ["6", 600],
    ["006", 600],
    ["\t6.75\n", 675],
    ["0.01", 1],
    ["999.99", 99_999],
    ["999", 99_900],
  ])("%j is %i hundredths", (typed, hundredths) => {
    expect(refusalOfAmount(typed)).toBeNull();
    expect(creditsTyped(typed)).toBe(hundredths);
    expect(typedCredits.parse(typed)).toBe(hundredths);
  });

  test.each(["", " ", "  ", "\t", "\u00a0"])("%j is not entered, which is not zero", (typed) => {
    expect(refusalOfAmount(typed)).toBeNull();
    expect(creditsTyped(typed)).toBeNull();
    expect(typedCredits.parse(typed)).toBeNull();
  });
});

describe("refused as an amount, in words that say what to type", () => {
  test.each([
    "6,5",
    "1,000.00",
    "1e1",
    "-0",
    "-1",
    "+1",
    "NaN",
    "Infinity",
    "6.5.0",
    "٦",
    "６.５",
    "6.",
    ".",
    "0.001",
    "6.500",
    "6 5",
    "6. 5",
    "6½",
    "0x10",
    "six",
    "6.5 credits",
    "1_0",
  ])("%j", (typed) => {
    const refusal = "Enter the credits as a number with at most two decimals, such as 6.5.";
    expect(refusalOfAmount(typed)).toBe(refusal);
    expect(typedCredits.safeParse(typed).error?.issues).toMatchObject([{ message: refusal }]);
  });

  test.each(["1000", "1000.00", "99999", "9".repeat(400)])("%s, being over 999.99", (typed) => {
    expect(refusalOfAmount(typed)).toBe("Enter at most 999.99 credits.");
    expect(typedCredits.safeParse(typed).success).toBe(false);
  });

  test.each([undefined, null, 6.5, ["6.5"], { credits: "6.5" }])(
    "what a form cannot send: %j",
    (sent) => {
      expect(typedCredits.safeParse(sent).success).toBe(false);
    },
  );
});

describe("amounts are whole hundredths", () => {
  test.each([
    [0, "0.00"],
    [1, "0.01"],
    [10, "0.10"],
    [650, "6.50"],
    [99_999, "999.99"],
  ])("%i hundredths are printed %s", (hundredths, printed) => {
    expect(printCredits(hundredths)).toBe(printed);
  });

  test("thirty entries of 0.1 make 3.00", () => {
    const entries = Array.from({ length: 30 }, () => creditsTyped("0.1") ?? 0);
    expect(printCredits(entries.reduce((sum, credits) => sum + credits, 0))).toBe("3.00");
  });

  test("what is printed reads back as the same amount", () => {
    const amounts = integer({ min: 0, max: MOST_CREDITS });
    assert(
      property(amounts, (credits) => {
        const printed = printCredits(credits);
        return refusalOfAmount(printed) === null && creditsTyped(printed) === credits;
      }),
    );
  });

  test("whatever is typed is refused, blank, or a whole number of hundredths in range", () => {
    const typed = string({ unit: constantFrom(..."0123456789.,+-e ٦６".split("")), maxLength: 8 });
    assert(
      property(typed, (text) => {
        if (refusalOfAmount(text) !== null) return true;
        const credits = creditsTyped(text);
        if (credits === null) return text.trim() === "";
        return Number.isInteger(credits) && credits >= 0 && credits <= MOST_CREDITS;
      }),
    );
  });
});
