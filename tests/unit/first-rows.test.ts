import { expect, test } from "vitest";
import { firstOf, wordsForMore } from "@/lib/first-rows";

test.each([
  [["a", "b"], ["a", "b"], null],
  [["a", "b", "c"], ["a", "b"], "1 more is not shown."],
  [["a", "b", "c", "d"], ["a", "b"], "2 more are not shown."],
])(
  "of %j the first two are shown, and it is said how many more there are",
  (rows, first, words) => {
    const { shown, more } = firstOf(rows, 2);
    expect(shown).toEqual(first);
    expect(wordsForMore(more)).toBe(words);
  },
);
