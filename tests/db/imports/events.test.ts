import { describe, expect, test } from "vitest";
import { dayOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import {
  anEventAndMember,
  aWord,
  eventDaysFile,
  eventsFile,
  importText,
} from "@/tests/support/imports";

const find = (code: string) =>
  db.event.findFirstOrThrow({ where: { code }, include: { days: { orderBy: { day: "asc" } } } });

describe("the days of an event", () => {
  test("give it its span and the instant its last day ends", async () => {
    const code = aWord();
    await importText("events", eventsFile({ event_code: code, time_zone: "America/Los_Angeles" }));
    expect(await find(code)).toMatchObject({ firstOn: null, lastOn: null, endsAt: null });
    const file = eventDaysFile(
      { event_code: code, day: "2025-03-09" },
      { event_code: code.toLowerCase(), day: "2025-03-08" },
    );
    expect(await importText("event-days", file)).toMatchObject({ added: 2 });
    const event = await find(code);
    expect([event.firstOn, event.lastOn].map((date) => date && dayOf(date))).toEqual([
      "2025-03-08",
      "2025-03-09",
    ]);
    // Sunday is the first day of daylight-saving time.
    expect(event.endsAt).toEqual(new Date("2025-03-10T00:00:00Z"));
  });

  test("move when the event's zone changes, and that is audited", async () => {
    const { code, days } = await anEventAndMember();
    const moved = eventsFile({ event_code: code, time_zone: "Asia/Tokyo" });
    expect(await importText("events", moved)).toMatchObject({ changed: 1 });
    const event = await find(code);
    expect(event.endsAt).toEqual(new Date("2026-05-12T08:00:00Z"));
    expect(event.days[0]?.endsAt).toEqual(new Date("2026-05-10T08:00:00Z"));
    const told = await db.auditEntry.findMany({
      where: { subjectId: { in: [event.id, ...days] } },
    });
    expect(told).toHaveLength(1 + days.length);
    expect(await importText("events", moved)).toMatchObject({ changed: 0 });
  });

  test.each([
    ["never happens is refused", "02:30", "2026-03-08", null],
    ["happens twice means the later one", "01:30", "2026-11-01", "2026-11-01T06:30:00Z"],
  ])("a local end that %s", async (_, ends, day, instant) => {
    const code = aWord();
    await importText("events", eventsFile({ event_code: code }));
    const file = eventDaysFile({ event_code: code, day, starts: "00:30", ends });
    const { lines } = await importText("event-days", file);
    expect(lines.map((line) => line.split(": ")[0])).toEqual(
      instant ? [] : ["line 2, column ends"],
    );
    expect((await find(code)).endsAt).toEqual(instant && new Date(instant));
  });

  test("a local start that never happens is refused", async () => {
    const code = aWord();
    await importText("events", eventsFile({ event_code: code }));
    const file = eventDaysFile({ event_code: code, day: "2026-03-08", starts: "02:30" });
    expect((await importText("event-days", file)).lines).toEqual([
      "line 2, column starts: On 2026-03-08 the clocks of America/New_York never show 02:30. Enter another time.",
    ]);
    expect((await find(code)).days).toEqual([]);
  });

  test("nor may an event move to a zone whose clocks never show the start of one of its days", async () => {
    const code = aWord();
    await importText("events", eventsFile({ event_code: code, time_zone: "UTC" }));
    await importText(
      "event-days",
      eventDaysFile({ event_code: code, day: "2026-03-08", starts: "02:30" }),
    );
    expect((await importText("events", eventsFile({ event_code: code }))).lines).toEqual([
      "line 2, column time_zone: On 2026-03-08 the clocks of America/New_York never show 02:30, when that day of the event starts. Change the day first.",
    ]);
  });

  test("an event may not move to a zone whose clocks never show the end of one of its days", async () => {
    const code = aWord();
    await importText("events", eventsFile({ event_code: code, time_zone: "UTC" }));
    const day = { event_code: code, day: "2026-03-08", starts: "00:30", ends: "02:30" };
    await importText("event-days", eventDaysFile(day));
    const { lines } = await importText("events", eventsFile({ event_code: code }));
    expect(lines).toEqual([expect.stringMatching("^line 2, column time_zone: On 2026-03-08 ")]);
    expect(await find(code)).toMatchObject({ timeZone: "UTC" });
  });

  test("their maxima may change, but stay in the credit type's steps", async () => {
    const { code } = await anEventAndMember();
    const to = (maximum_credits: string) =>
      importText(
        "event-days",
        eventDaysFile({ event_code: code, day: "2026-05-10", maximum_credits }),
      );
    expect(await to("6.50")).toMatchObject({ changed: 1 });
    expect((await find(code)).days[0]).toMatchObject({ maximum: 650 });
    expect((await to("6.60")).lines).toEqual([
      "line 2, column maximum_credits: AMA PRA Category 1 goes in steps of 0.25. Enter 6.50 or 6.75.",
    ]);
    await to("6.25");
    const inTenths = eventsFile({ event_code: code, credit_type: "IACET CEU" });
    expect((await importText("events", inTenths)).lines).toEqual([
      expect.stringMatching("^line 2, column credit_type: The maximum of 2026-05-10, 6.25, "),
    ]);
  });
});

test("an event names a credit type that is known; a new activity type is made", async () => {
  const [code, type] = [aWord(), `Type ${aWord()}`];
  const unknown = eventsFile({ event_code: code, credit_type: "Points" });
  expect((await importText("events", unknown)).lines).toEqual([
    expect.stringMatching(
      "^line 2, column credit_type: There is no credit type Points. Known are ",
    ),
  ]);
  const fresh = eventsFile({ event_code: code, activity_type: type });
  expect((await importText("events", fresh)).lines).toEqual([
    `line 2, column activity_type: ${type} was not known and is now.`,
  ]);
  expect(await find(code)).toMatchObject({ activityTypeName: type });
});

test("a day of an unknown event, and a day named twice, are refused", async () => {
  const { code } = await anEventAndMember();
  const { lines } = await importText(
    "event-days",
    eventDaysFile(
      { event_code: aWord(), day: "2026-05-10" },
      { event_code: code, day: "2026-05-10" },
      { event_code: code, day: "2026-05-10" },
    ),
  );
  expect(lines.map((line) => line.split(": ")[0])).toEqual([
    "line 2, column event_code",
    "line 4, column day",
  ]);
});
