import { expect, test } from "vitest";
import { whyNotRemind } from "@/lib/reminders/rules";

const now = new Date("2026-11-20T10:00:00Z");
const retiredAt = new Date("2026-01-01T00:00:00Z");
const anyone = { retiredAt: null, claimRemindedAt: null, muted: false };

test.each([
  ["who was never reminded", {}, null],
  ["who was reminded a week ago", { claimRemindedAt: new Date("2026-11-13T10:00:00Z") }, null],
  [
    "who was reminded a millisecond less ago",
    { claimRemindedAt: new Date("2026-11-13T10:00:00.001Z") },
    "reminded",
  ],
  ["who is retired", { retiredAt }, "retired"],
  ["who switched such mails off", { muted: true }, "muted"],
])("a member %s", (_, told, why) => {
  expect(whyNotRemind({ ...anyone, ...told }, now)).toBe(why);
});
