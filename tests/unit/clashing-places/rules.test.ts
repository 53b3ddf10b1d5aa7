import { describe, expect, test } from "vitest";
import { judgePlaces, type Place } from "@/lib/clashing-places/rules";

type Days = Readonly<Record<string, { credits?: number; locked?: true; withdrawn?: true }>>;

/** A place at one event; its days by name. */
function aPlace(id: string, days: Days, eventId = "convention"): Place {
  return {
    id,
    eventId,
    title: "Annual Convention",
    isSubmitted: Object.values(days).some(({ locked }) => locked),
    days: Object.entries(days).map(([eventDayId, { credits, locked, withdrawn }]) => ({
      eventDayId,
      day: eventDayId === "one" ? "2026-04-10" : "2026-04-11",
      stands: !withdrawn,
      isLocked: locked ?? false,
      credits: credits ?? null,
    })),
  };
}

const locked = (credits: number) => ({ credits, locked: true }) as const;

describe("two registrations for one event", () => {
  test.each<[string, Days, Days, RegExp | null]>([
    ["neither is claimed", { one: {} }, { one: {} }, null],
    ["this one is claimed", { one: locked(650) }, { one: {} }, null],
    ["this one is claimed, the other begun", { one: locked(650) }, { one: { credits: 100 } }, null],
    ["both claim the same", { one: locked(650) }, { one: locked(650) }, null],
    [
      "this one claims a day more",
      { one: locked(650), two: locked(300) },
      { one: locked(650) },
      null,
    ],
    [
      "0.00 claims nothing",
      { one: locked(650), two: {} },
      { one: locked(650), two: locked(0) },
      null,
    ],
    [
      "the other one claims a day more",
      { one: locked(650), two: {} },
      { one: locked(650), two: locked(300) },
      /6.50 here and 9.50/,
    ],
    [
      "a day that was withdrawn there",
      { one: locked(650) },
      { one: locked(650), two: { withdrawn: true } },
      null,
    ],
    ["the other one alone is claimed", { one: {} }, { one: locked(650) }, /only the other record/],
    ["both claim, differently", { one: locked(650) }, { one: locked(500) }, /6.50 here and 5.00/],
    [
      "both claim the same sum on other days",
      { one: locked(650), two: locked(0) },
      { one: locked(0), two: locked(650) },
      /not the same for each day/,
    ],
    ["the other one has a day more", { one: {} }, { one: {}, two: {} }, /alone is registered for/],
    [
      "a day more that was withdrawn here",
      { one: {}, two: { withdrawn: true } },
      { one: {}, two: {} },
      /alone is registered for .*11 Apr/,
    ],
    [
      "the other's extra day was withdrawn",
      { one: {} },
      { one: {}, two: { withdrawn: true } },
      null,
    ],
  ])("%s", (_case, own, other, refusal) => {
    const judged = judgePlaces([aPlace("own", own)], [aPlace("other", other)]);
    expect(judged.stays).toEqual(["other"]);
    if (refusal) expect(judged.refusals).toEqual([expect.stringMatching(refusal)]);
    else expect(judged).toMatchObject({ refusals: [], whys: [expect.stringMatching(/stands/)] });
  });

  test("one for another event moves", () => {
    const judged = judgePlaces([aPlace("own", { one: {} })], [aPlace("o", { one: {} }, "another")]);
    expect(judged).toEqual({ stays: [], whys: [], refusals: [] });
  });

  test("what was entered and not submitted is named, where it has to be entered again", () => {
    const other = aPlace("other", { one: { credits: 100 } });
    const [open] = judgePlaces([aPlace("own", { one: {} })], [other]).whys;
    expect(open).toMatch(/has to be entered here/);
    const [claimed] = judgePlaces([aPlace("own", { one: locked(650) })], [other]).whys;
    expect(claimed).not.toMatch(/has to be entered here/);
  });
});
