import { expect, test } from "vitest";
import { reasonToLook } from "@/lib/batch-approvals/rules";

test.each([
  ["counted", null],
  ["surplus", null],
  ["yearly maximum", null],
  ["duplicate", "It would not count: Said so."],
  ["outside the window", "It would not count: Said so."],
] as const)("a line that would be “%s” is looked at: %s", (reason, why) => {
  expect(reasonToLook({ reason, detail: "Said so." })).toBe(why);
});

test("a line of which nothing is reckoned has nothing to look at", () => {
  expect(reasonToLook(null)).toBeNull();
});
