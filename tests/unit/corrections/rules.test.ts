import { expect, test } from "vitest";
import {
  labelOfCorrection,
  readDay,
  refusalOfOtherDay,
  refusalToCorrect,
  wordsForCertificate,
  worthTelling,
} from "@/lib/corrections/rules";
import { anEndedEvent, aRow, NOW } from "@/tests/support/a-row";

const locked = { credits: 650, submittedAt: NOW };

test.each([
  ["another amount", locked, 700, null],
  ["none at all", locked, 0, null],
  ["the amount that stands", locked, 650, "The day already stands at 6.50."],
  ["above the maximum", locked, 725, "The most for this day is 7.00."],
  [
    "between two steps",
    locked,
    610,
    "AMA PRA Category 1 goes in steps of 0.25. Enter 6.00 or 6.25.",
  ],
  [
    "a day that is open",
    { credits: 650 },
    700,
    "This day is not locked: its member can still change it.",
  ],
])("a correction to %s", (_what, row, credits, refusal) => {
  expect(refusalToCorrect(anEndedEvent(), aRow(row), credits)).toBe(refusal);
});

test.each([
  [[], "The claim has no such day. It has no days yet."],
  [
    [{ day: "2026-04-10" }, { day: "2026-04-11" }],
    "The claim has no such day. Its days are 2026-04-10, 2026-04-11.",
  ],
])("a day that the claim has not: %j", (rows, refusal) => {
  expect(refusalOfOtherDay(rows)).toBe(refusal);
});

test.each([
  ["left as it is", undefined, { typed: "6.50", credits: 650, refusal: null, isChanged: false }],
  ["the same amount", "6.5", { typed: "6.5", credits: 650, refusal: null, isChanged: false }],
  ["another amount", " .5 ", { typed: " .5 ", credits: 50, refusal: null, isChanged: true }],
  ["nothing", "", { credits: null, refusal: "Enter the credits. Enter 0 if none were earned." }],
  ["too much", "7.25", { credits: null, refusal: "The most for this day is 7.00." }],
])("a day of the desk: %s", (_what, typed, read) => {
  expect(readDay(anEndedEvent(), aRow(locked), typed)).toMatchObject(read);
});

const first = { number: "CR-1", version: 1, isActive: true };

test.each([
  [null, 700, "A certificate is issued: version 1."],
  [null, 0, "There is no certificate, since the total is 0.00."],
  [first, 700, "Certificate CR-1: version 2 is issued, version 1 is superseded."],
  [first, 0, "Certificate CR-1: version 1 is revoked, since the total is 0.00."],
  [{ ...first, isActive: false }, 700, "Certificate CR-1: version 2 is issued."],
  [{ ...first, isActive: false }, 0, "There is no certificate, since the total is 0.00."],
])("the certificate %j after a correction to %i", (certificate, total, words) => {
  expect(wordsForCertificate(certificate, total)).toBe(words);
});

test.each([
  [null, 700, "Correct and issue the certificate"],
  [null, 0, "Correct the days"],
  [first, 700, "Correct and reissue"],
  [first, 0, "Correct and revoke the certificate"],
  [{ ...first, isActive: false }, 700, "Correct and reissue"],
  [{ ...first, isActive: false }, 0, "Correct the days"],
])("the button over the certificate %j and a total of %i", (certificate, total, label) => {
  expect(labelOfCorrection(certificate, total)).toBe(label);
});

test.each([
  ["an active cycle, though nothing changes", [500, 500], true, true],
  ["a past cycle that changes", [500, 300], false, true],
  ["a past cycle that does not", [500, 500], false, false],
] as const)("told is %s", (_which, counted, isActive, isTold) => {
  const outstanding = [0, 0] as const;
  const effect = { program: "CPT", required: 4500, counted, outstanding, isActive };
  expect(worthTelling(effect)).toBe(isTold);
});
