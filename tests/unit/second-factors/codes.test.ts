import { expect, test } from "vitest";
import {
  hashOfRecoveryCode,
  newRecoveryCodes,
  newSecret,
  stepOf,
} from "@/lib/second-factors/codes";
import { digitsOf, groupsOf, rolesWithoutFactor } from "@/lib/second-factors/rules";
import { aCode } from "@/tests/support/a-code";

/** RFC 6238, appendix B: the secret "12345678901234567890" of SHA-1, the last six of eight digits. */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const VECTORS = [
  [59, "287082", 1],
  [1_111_111_109, "081804", 37_037_036],
  [1_111_111_111, "050471", 37_037_037],
  [1_234_567_890, "005924", 41_152_263],
  [2_000_000_000, "279037", 66_666_666],
  [20_000_000_000, "353130", 666_666_666],
] as const;

test.each(VECTORS)("at second %i the code is %s", (second, code, step) => {
  expect(stepOf(code, SECRET, new Date(second * 1000))).toBe(step);
});

test("a code is good for its half minute, the one before and the one after", () => {
  const at = new Date("2026-11-22T10:00:00Z");
  const code = aCode(SECRET, at);
  const step = at.getTime() / 30_000;
  const after = (seconds: number) => new Date(at.getTime() + seconds * 1000);
  expect([-31, -30, 0, 29, 59, 60].map((seconds) => stepOf(code, SECRET, after(seconds)))).toEqual([
    null,
    step,
    step,
    step,
    step,
    null,
  ]);
});

test("a secret has the 160 bits that an app expects, and no two are alike", () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
});

test("ten recovery codes, each another, however they are typed", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/);
  expect(hashOfRecoveryCode(" abcd-efgh jkmn2345 ")).toBe(
    hashOfRecoveryCode("ABCD-EFGH-JKMN-2345"),
  );
});

test.each([
  ["123456", "123456"],
  ["123 456", "123456"],
  [" 123-456 ", "123456"],
  ["12345", null],
  ["1234567", null],
  ["12345a", null],
  ["", null],
])("%j as a code is %j", (typed, digits) => {
  expect(digitsOf(typed)).toBe(digits);
});

test("a secret is printed in groups of four", () => {
  expect(groupsOf("ABCDEFGHIJ")).toBe("ABCD EFGH IJ");
});

test("without the factor that is asked of them, staff are members and officers alone", () => {
  expect(rolesWithoutFactor(["staff", "local_office", "administrator"])).toEqual(["local_office"]);
});
