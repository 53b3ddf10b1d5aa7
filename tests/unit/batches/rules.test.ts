import { describe, expect, test } from "vitest";
import {
  BATCH_ACTS,
  type BatchAct,
  type BatchState,
  coverWords,
  LINE_ACTS,
  type LineAct,
  type LineState,
  refusalOfBatchAct,
  refusalOfCover,
  refusalOfLineAct,
  stateOfBatch,
  stateOfLine,
} from "@/lib/batches/rules";
import type { LineVerdict } from "@/prisma/generated/enums";

describe("a line", () => {
  const ALLOWED: [LineState, LineAct, LineState][] = [
    ["chosen", "submit", "awaiting"],
    ["chosen", "leave", "left"],
    ["awaiting", "approve", "approved"],
    ["awaiting", "return", "returned"],
    ["awaiting", "reject", "rejected"],
    ["returned", "submit", "awaiting"],
    ["returned", "leave", "left"],
  ];
  const states: LineState[] = ["chosen", "awaiting", "approved", "returned", "rejected", "left"];
  const acts: LineAct[] = ["submit", "approve", "return", "reject", "leave"];
  const pairs = states.flatMap((state) => acts.map((act) => [state, act] as const));

  test.each(pairs)("that is %s, asked to %s", (state, act) => {
    const led = ALLOWED.find(([from, by]) => from === state && by === act)?.[2];
    expect(LINE_ACTS[state][act]).toBe(led);
    if (led) expect(refusalOfLineAct(state, act)).toBeNull();
    else
      expect(refusalOfLineAct(state, act)).toMatch(/^This line is .*, so nothing was changed\.$/);
  });

  const decided = (version: number, verdict: LineVerdict) => ({ version, verdict });

  test.each([
    ["is only chosen", null, [], false, "chosen"],
    ["awaits its first decision", 1, [], false, "awaiting"],
    ["is approved", 1, [decided(1, "approve")], false, "approved"],
    ["is sent back", 1, [decided(1, "return")], false, "returned"],
    ["awaits again after it was sent back", 2, [decided(1, "return")], false, "awaiting"],
    [
      "is rejected the second time",
      2,
      [decided(2, "reject"), decided(1, "return")],
      false,
      "rejected",
    ],
    ["left with its withdrawn form", 1, [decided(1, "return")], true, "left"],
  ] as const)("%s", (_, submittedIn, decisions, isWithdrawn, state) => {
    expect(stateOfLine({ submittedIn, decisions, isWithdrawn })).toBe(state);
  });
});

describe("a batch", () => {
  const ALLOWED: [BatchState, BatchAct, BatchState][] = [
    ["draft", "choose", "draft"],
    ["draft", "submit", "in review"],
    ["in review", "choose", "in review"],
    ["in review", "submit", "in review"],
    ["in review", "decide", "in review"],
    ["in review", "approve the last", "approved"],
    ["in review", "reopen", "open again"],
    ["open again", "choose", "open again"],
    ["open again", "submit", "in review"],
    ["approved", "choose", "open again"],
  ];
  const states: BatchState[] = ["draft", "in review", "open again", "approved"];
  const acts: BatchAct[] = ["choose", "submit", "decide", "approve the last", "reopen"];
  const pairs = states.flatMap((state) => acts.map((act) => [state, act] as const));

  test.each(pairs)("that is %s, asked to %s", (state, act) => {
    const led = ALLOWED.find(([from, by]) => from === state && by === act)?.[2];
    expect(BATCH_ACTS[state][act]).toBe(led);
    if (led) expect(refusalOfBatchAct(state, act)).toBeNull();
    else
      expect(refusalOfBatchAct(state, act)).toMatch(/^This batch is .*, so nothing was changed\.$/);
  });

  test.each<[LineState[], BatchState]>([
    [[], "draft"],
    [["chosen", "left"], "draft"],
    [["awaiting", "awaiting"], "in review"],
    [["approved", "awaiting", "returned"], "in review"],
    [["awaiting", "chosen"], "in review"],
    [["approved", "returned"], "open again"],
    [["approved", "rejected"], "open again"],
    [["approved", "chosen"], "open again"],
    [["approved", "approved"], "approved"],
  ])("of lines that are %j is %s", (lines, state) => {
    expect(stateOfBatch(lines)).toBe(state);
  });
});

describe("the entire number goes in one submission", () => {
  const of = (outstandingWith: number) => ({
    required: 600,
    counted: 200,
    countedWith: 600 - outstandingWith,
    outstanding: 400,
    outstandingWith,
  });

  test("3 of 4 are refused, saying what is missing", () => {
    expect(coverWords(of(100))).toBe(
      "Required 6, counted 2, outstanding 4; this batch covers 3: 1 more is needed.",
    );
    expect(refusalOfCover(of(100))).toContain("Your choice is kept as a draft.");
  });

  test("several that are missing are said in the plural", () => {
    expect(coverWords(of(250))).toContain("this batch covers 1.50: 2.50 more are needed.");
  });

  test("4 or 5 of 4 are taken whole", () => {
    expect(refusalOfCover(of(0))).toBeNull();
    expect(coverWords(of(0))).toContain("this batch covers all of it.");
  });
});
