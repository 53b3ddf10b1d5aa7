import { expect, test } from "vitest";
import { nextReminder, whyNotRemind } from "@/lib/reminders/rules";

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

test.each([
  ["while somebody can be reminded", [{}, { claimRemindedAt: now }], null],
  ["where nobody ever is", [{ retiredAt }, { muted: true }], null],
  [
    "seven days after the first reminder",
    [
      { claimRemindedAt: now },
      { claimRemindedAt: new Date("2026-11-18T10:00:00Z") },
      { retiredAt },
    ],
    new Date("2026-11-25T10:00:00Z"),
  ],
])("the next reminder is told %s", (_, members, at) => {
  expect(
    nextReminder(
      members.map((told) => ({ ...anyone, ...told })),
      now,
    ),
  ).toEqual(at);
});
