import { describe, expect, test } from "vitest";
import { standingOf } from "@/lib/claims/rules";
import { db } from "@/lib/db";
import { listClaimFilters, listClaims } from "@/lib/tracker/queries";
import { trackerSchema } from "@/lib/tracker/schema";
import { aClaim } from "@/tests/support/a-claim";
import { NOW } from "@/tests/support/a-row";
import { anAccount } from "@/tests/support/accounts";
import { anEvent, type EventTold } from "@/tests/support/an-event";

/** A member with a place at each of these events. */
async function aMemberAt(...events: EventTold[]) {
  const member = await anAccount({ password: null });
  for (const told of events) {
    const { id: eventId, days } = await anEvent(told);
    const [first] = days;
    await db.registration.create({
      data: {
        eventId,
        memberId: member.id,
        source: "online",
        registeredAt: NOW,
        days: { create: [{ eventDayId: first?.id ?? "", confirmedAt: NOW }] },
      },
    });
  }
  return member;
}

const titlesOf = async (memberId: string, filters: Parameters<typeof listClaims>[1]) =>
  (await listClaims(memberId, filters, null)).claims.map(({ event }) => event.title);

const events: EventTold[] = [
  { title: "Old Year", days: ["2025-12-31"], activityTypeName: "Live event" },
  { title: "Turn of the Year", days: ["2025-12-31", "2026-01-01"], activityTypeName: "Live event" },
  { title: "Reading", days: ["2026-06-01"], activityTypeName: "Journal" },
];

describe("the tracker's filters", () => {
  test("offer the activity types and years of the member's own events", async () => {
    await anEvent({ activityTypeName: "Enduring material", days: ["2019-01-01"] });
    const { id } = await aMemberAt(...events);
    expect(await listClaimFilters(id)).toEqual({
      activityTypes: ["Journal", "Live event"],
      years: [2026, 2025],
    });
  });

  test.each([
    [{}, ["Reading", "Turn of the Year", "Old Year"]],
    [{ activityType: "Live event" }, ["Turn of the Year", "Old Year"]],
    [{ activityType: "Journal" }, ["Reading"]],
    [{ year: 2026 }, ["Reading", "Turn of the Year"]],
    [{ year: 2025 }, ["Old Year"]],
    [{ year: 2026, activityType: "Live event" }, ["Turn of the Year"]],
    [{ year: 2024 }, []],
    [{ activityType: "No such type" }, []],
  ])("%j gives %j", async (filters, titles) => {
    const { id } = await aMemberAt(...events);
    expect(await titlesOf(id, filters)).toEqual(titles);
  });

  test.each([
    [
      { type: "Journal", year: "2026" },
      { type: "Journal", year: 2026 },
    ],
    [{ year: "soon" }, {}],
    [{ year: "99999" }, {}],
    [{ type: ["a", "b"] }, {}],
    [{ older: "x", newer: ["y"] }, { older: "x" }],
  ])("%j in the address is read as %j: what makes no sense is left out", (address, read) => {
    const known = Object.entries(trackerSchema.parse(address)).filter(([, value]) => value);
    expect(Object.fromEntries(known)).toEqual(read);
  });
});

test("a listed claim shows where it stands, with its certificate", async () => {
  const claim = await aClaim({ credits: [650, 0], submitted: true });
  const [listed] = (await listClaims(claim.member.id, {}, null)).claims;
  expect(listed && standingOf(listed, NOW)).toEqual({ is: "submitted", total: 650 });
  expect(listed?.certificate).toMatchObject({
    number: expect.stringMatching(/^CR-/),
    versions: [{ version: 1, revokedAt: null }],
  });
});
