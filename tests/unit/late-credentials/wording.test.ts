import { expect, test } from "vitest";
import { wordsForLate } from "@/lib/late-credentials/wording";

test("a credential that came late renews by itself", () => {
  expect(wordsForLate(1)).toEqual({
    act: "Renew it by itself",
    mayJoin:
      "Tick it below to put it on a new invoice of this renewal, or let it renew by itself: with an invoice of its own, sharing the member’s credits.",
    mayNotJoin:
      "Nothing can be added to what is paid or complete. Let it renew by itself: with an invoice of its own, sharing the member’s credits.",
  });
});

test("several renew by themselves, with one invoice", () => {
  expect(wordsForLate(2)).toEqual({
    act: "Renew them by themselves",
    mayJoin:
      "Tick them below to put them on a new invoice of this renewal, or let them renew by themselves: with an invoice of their own, sharing the member’s credits.",
    mayNotJoin:
      "Nothing can be added to what is paid or complete. Let them renew by themselves: with an invoice of their own, sharing the member’s credits.",
  });
});
