import { expect, test } from "vitest";
import { changesOf } from "@/lib/changes/rules";

test("the log is told from what to what, and only of what differs", () => {
  expect(changesOf({ title: "A", maximum: 700 }, { title: "A", maximum: 725 })).toEqual({
    maximum: { from: 700, to: 725 },
  });
});
