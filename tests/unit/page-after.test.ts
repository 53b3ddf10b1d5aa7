import { expect, test } from "vitest";
import { printAfter, readAfter } from "@/lib/page-after";

const ID = "01900000-0000-7000-8000-000000000000";

test("the place in a list is read as it was printed", () => {
  const after = { at: new Date("2026-04-12T06:00:00.123Z"), id: ID };
  expect(readAfter(printAfter(after))).toEqual(after);
});

test.each([undefined, "", ID, `yesterday~${ID}`, "2026-04-12T06:00:00.123Z~1", ["a", "b"]])(
  "%j is the first page",
  (text) => {
    expect(readAfter(text)).toBeNull();
  },
);
