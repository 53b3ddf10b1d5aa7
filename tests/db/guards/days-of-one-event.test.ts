import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { aClaim, type TestClaim } from "@/tests/support/a-claim";
import { KEPT, refusalOf } from "@/tests/support/as-role";

let one: TestClaim;
let other: TestClaim;
beforeAll(async () => {
  one = await aClaim();
  other = await aClaim();
});

const byBoth = async (sql: string) => [
  await refusalOf("credence_app", sql),
  await refusalOf("the owner", sql),
];

test("a registration takes days of its own event alone, among many too", async () => {
  const { id: eventDayId } = await db.eventDay.create({
    data: {
      eventId: one.event.id,
      day: new Date("2026-04-20"),
      title: "",
      starts: "08:00",
      ends: "17:00",
      endsAt: new Date("2026-04-20T22:00:00Z"),
      maximum: 700,
    },
  });
  const add = (...days: string[]) =>
    `INSERT INTO registration_days (registration_id, event_day_id, confirmed_at)
     SELECT '${one.id}', day::uuid, now() FROM unnest(ARRAY['${days.join("', '")}']) AS day`;
  expect(await byBoth(add(eventDayId))).toEqual([null, null]);
  expect(await byBoth(add(eventDayId, other.days[0] ?? ""))).toEqual([KEPT, KEPT]);
});

test("neither a registered day, a registration nor a day moves to another event", async () => {
  const [day] = one.days;
  const moves = [
    `UPDATE registration_days SET event_day_id = '${other.days[0]}' WHERE event_day_id = '${day}'`,
    `UPDATE registrations SET event_id = '${other.event.id}' WHERE id = '${one.id}'`,
    `UPDATE event_days SET event_id = '${other.event.id}' WHERE id = '${day}'`,
  ];
  for (const move of moves) expect(await refusalOf("the owner", move)).toBe(KEPT);
});
