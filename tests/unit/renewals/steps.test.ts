import { expect, test } from "vitest";
import { statesOf } from "@/app/(member)/renewals/[renewalId]/steps";

const untouched = {
  contact: "open",
  payment: "open",
  status: "open",
  submission: "open",
} as const;

test.each([
  ["the first to begin with", untouched, "contact"],
  [
    "the first that is open, whatever was done before",
    { ...untouched, contact: "done" },
    "payment",
  ],
  ["an earlier one, when a later one is done", { ...untouched, payment: "done" }, "contact"],
  ["none that others have", { ...untouched, contact: "done", payment: "waiting" }, "status"],
] as const)("one step of a renewal is next: %s", (_, progress, next) => {
  const states = Object.entries(statesOf(progress, false));
  expect(states.filter(([, state]) => state === "next")).toEqual([[next, "next"]]);
});

test("the steps after the next one are still to do", () => {
  expect(statesOf({ ...untouched, contact: "done" }, false)).toEqual({
    contact: "done",
    payment: "next",
    status: "later",
    submission: "later",
  });
});

test("once nothing can be changed, no step is next or to do", () => {
  expect(statesOf({ ...untouched, contact: "done" }, true)).toEqual({
    contact: "done",
    payment: "missed",
    status: "missed",
    submission: "missed",
  });
});
