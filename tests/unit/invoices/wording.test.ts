import { describe, expect, test } from "vitest";
import { figuresOf } from "@/lib/invoices/rules";
import { wordsForDifference } from "@/lib/invoices/wording";
import { termsFor, years } from "@/tests/unit/programs/shipped";

const terms = termsFor("CAM", years(2027));
const asRuled = { ...figuresOf(terms), currency: "usd", reason: null, lines: [] };

describe("staff see where an invoice differs from the rules in force", () => {
  test("not at all where it is by the rules", () => {
    expect(wordsForDifference(asRuled, terms)).toBeNull();
  });

  test("without a reason: the rules changed since it was issued", () => {
    const words = wordsForDifference(asRuled, { ...terms, required: 500 });
    expect(words).toBe(
      "It asks for 8.00 CECs where the rules say 5.00. The invoice binds until an administrator changes it.",
    );
  });

  test("with the late fee and the reason for which an administrator changed it", () => {
    const words = wordsForDifference({ ...asRuled, lateFee: 0, reason: "joined in July" }, terms);
    expect(words).toBe(
      "It asks for a late fee of $0.00 where the rules say $50.00: joined in July",
    );
  });

  test("only the reason where an administrator issued the same figures anew", () => {
    const words = wordsForDifference({ ...asRuled, reason: "a new line" }, terms);
    expect(words).toBe("Changed by an administrator: a new line");
  });
});
