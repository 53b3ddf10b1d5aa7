import { expect, test } from "vitest";
import { reasonToLook } from "@/lib/acceptances/rules";
import type { Comparable } from "@/lib/allocations/duplicates";

const original: Comparable = {
  id: "1",
  earnedOn: "2026-03-03",
  source: "self_report",
  providerKey: "academy",
  courseNumberKey: "",
  titleKey: "balance",
  title: "Balance",
  claimKey: null,
  isNotDuplicate: false,
  isAccepted: true,
};
const plain = { twin: null, formatName: "Teaching", isDocumentRequired: false, documents: 0 };

test.each([
  ["with nothing against it is accepted among many", plain, null],
  [
    "that repeats another is looked at",
    { ...plain, twin: { of: original, sameBy: "course number" as const } },
    "It may repeat “Balance”: same date, provider and course number.",
  ],
  [
    "without the document that its format asks for is looked at",
    { ...plain, isDocumentRequired: true },
    "Teaching asks for a document, and there is none.",
  ],
  ["with its document is accepted", { ...plain, isDocumentRequired: true, documents: 1 }, null],
])("an entry %s", (_, entry, reason) => {
  expect(reasonToLook(entry)).toBe(reason);
});
