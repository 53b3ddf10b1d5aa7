import { expect, test } from "vitest";
import { progressOf, resultWords } from "@/lib/import-runs/rules";

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

test.each([
  [null, 0, "It waits for its turn."],
  ["reading", 0, "Its rows are being read."],
  ["comparing", 1, "Its rows are being compared with what is known."],
  ["writing", 2, "What it adds and changes is being worked out."],
])("a file at the step %s has %i of three behind it", (step, behind, words) => {
  expect(progressOf(step)).toEqual({ behind, of: 3, words });
});
