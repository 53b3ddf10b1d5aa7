import { beforeAll, describe, expect, test } from "vitest";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db";
import { CLAIMS_A_PAGE, type ClaimCursor, listClaims } from "@/lib/tracker/queries";
import { NOW } from "@/tests/support/a-row";
import { anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";

let memberId: string;
/** The ids of the member's registrations as the tracker should list them. */
let expected: string[];

const TIED: Day = "2026-03-01";

/** 45 events: 25 of them end on the same day, which more than fills a page. */
beforeAll(async () => {
  memberId = (await anAccount({ password: null })).id;
  const others = Array.from({ length: 20 }, (_, place) =>
    new Date(Date.UTC(2026, place % 2 === 0 ? 0 : 5, 1 + place)).toISOString().slice(0, 10),
  );
  const lasts = [
    ...others.slice(0, 10),
    ...Array.from({ length: 25 }, () => TIED),
    ...others.slice(10),
  ];
  const made = [];
  for (const last of lasts) made.push({ last, id: await aPlaceAt(last) });
  made.sort((a, b) => compare(b.last, a.last) || compare(b.id, a.id));
  expected = made.map(({ id }) => id);
});

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

async function aPlaceAt(last: Day) {
  const event = await anEvent({ days: [last] });
  const days = { create: [{ eventDayId: event.days[0]?.id ?? "", confirmedAt: NOW }] };
  const place = { eventId: event.id, memberId, source: "online", registeredAt: NOW } as const;
  return (await db.registration.create({ data: { ...place, days } })).id;
}

type Page = Awaited<ReturnType<typeof listClaims>>;
const idsOf = ({ claims }: Page) => claims.map(({ id }) => id);
const listFrom = (cursor: ClaimCursor | null) => listClaims(memberId, {}, cursor);

function past(page: Page, towards: ClaimCursor["towards"]): ClaimCursor {
  const edge = towards === "older" ? page.claims.at(-1) : page.claims.at(0);
  return { lastOn: edge?.event.lastOn ?? "", id: edge?.id ?? "", towards };
}

describe("the tracker", () => {
  test("lists the most recent event first, by its last day, twenty a page", async () => {
    const first = await listFrom(null);
    expect(CLAIMS_A_PAGE).toBe(20);
    expect(idsOf(first)).toEqual(expected.slice(0, 20));
    expect(first).toMatchObject({ hasNewer: false, hasOlder: true });
  });

  test("goes on to older pages through events that end on the same day, missing and repeating none", async () => {
    const first = await listFrom(null);
    const second = await listFrom(past(first, "older"));
    const third = await listFrom(past(second, "older"));
    expect([first, second, third].flatMap(idsOf)).toEqual(expected);
    expect(second).toMatchObject({ hasNewer: true, hasOlder: true });
    expect(third).toMatchObject({ hasNewer: true, hasOlder: false });
  });

  test("comes back to the same pages", async () => {
    const second = await listFrom(past(await listFrom(null), "older"));
    const third = await listFrom(past(second, "older"));
    const back = await listFrom(past(third, "newer"));
    expect(idsOf(back)).toEqual(idsOf(second));
    expect(back).toMatchObject({ hasNewer: true, hasOlder: true });
    const start = await listFrom(past(back, "newer"));
    expect(idsOf(start)).toEqual(expected.slice(0, 20));
    expect(start).toMatchObject({ hasNewer: false, hasOlder: true });
  });

  test("keeps its place when a new event comes in at the top", async () => {
    const first = await listFrom(null);
    const id = await aPlaceAt("2026-11-01");
    expect(idsOf(await listFrom(past(first, "older")))).toEqual(expected.slice(20, 40));
    expect(idsOf(await listFrom(past(first, "newer")))).toEqual([id]);
  });

  test("lists nobody else's events", async () => {
    const stranger = await anAccount({ password: null });
    expect(await listClaims(stranger.id, {}, null)).toEqual({
      claims: [],
      hasOlder: false,
      hasNewer: false,
    });
    const first = await listFrom(null);
    const theirs = await listClaims(stranger.id, {}, past(first, "older"));
    expect(theirs.claims).toEqual([]);
  });
});
