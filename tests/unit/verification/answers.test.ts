import { expect, test } from "vitest";
import { answerFor } from "@/lib/verification/rules";

const REVOKED = new Date("2026-05-01T10:00:00Z");

/** All versions of a number, the latest first. */
const versions = (...numbers: number[]) => numbers.map((version) => ({ version }));

test.each([
  ["the only version", 1, null, versions(1), { is: "genuine" }],
  ["the latest of three", 3, null, versions(3, 2, 1), { is: "genuine" }],
  ["the first of two", 1, null, versions(2, 1), { is: "superseded", by: 2 }],
  ["the first of three: by the latest", 1, null, versions(3, 2, 1), { is: "superseded", by: 3 }],
  ["the last, revoked", 2, REVOKED, versions(2, 1), { is: "revoked" }],
  ["revoked, with another issued since", 2, REVOKED, versions(3, 2, 1), { is: "revoked" }],
  ["superseded by one that was revoked", 1, null, versions(2, 1), { is: "superseded", by: 2 }],
])("%s", (_what, version, revokedAt, all, answer) => {
  expect(answerFor({ version, revokedAt }, all)).toEqual(answer);
});
