import { expect, test } from "vitest";
import { resultWords } from "@/lib/import-runs/rules";

const at = new Date("2026-11-22T06:00:00Z");
const run = {
  arrivedAt: at,
  checkedAt: at,
  confirmedAt: null,
  appliedAt: null,
  failedAt: null,
  refusals: 0,
  rows: 3,
  added: 2,
  changed: 1,
};

test.each([
  ["still being checked", { checkedAt: null, rows: null, added: null, changed: null }, null],
  ["given up", { failedAt: at }, null],
  ["refused", { refusals: 1 }, "Refused. 1 problem. Nothing was written."],
  ["checked", {}, "Checked, not imported yet. 3 rows: 2 added, 1 changed, 0 unchanged."],
  [
    "imported without a remark",
    { confirmedAt: at, appliedAt: at },
    "Imported. 3 rows: 2 added, 1 changed, 0 unchanged.",
  ],
])("the report on a file that is %s tells what became of it", (_, facts, words) => {
  expect(resultWords({ ...run, ...facts })).toBe(words);
});
