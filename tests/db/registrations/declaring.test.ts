import { randomUUID } from "node:crypto";
import { addDays } from "date-fns";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { declareRegistration } from "@/lib/registrations/commands";
import { listDeclarableEvents } from "@/lib/registrations/queries";
import { aClaim, claimOf } from "@/tests/support/a-claim";
import { NOW } from "@/tests/support/a-row";
import { trailOf } from "@/tests/support/a-trail";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEvent, DAYS } from "@/tests/support/an-event";

const LATER = new Date("2026-04-15T08:00:00Z");

/** An event, and a member who has no place at it. */
async function anEventAndMember() {
  const [event, member] = await Promise.all([anEvent(), anAccount({ password: null })]);
  return { event, member, actor: actorOf(member), days: event.days.map(({ id }) => id) };
}

const placesOf = (memberId: string) =>
  db.registration.findMany({ where: { memberId }, include: { days: true } });

describe("“I registered onsite”", () => {
  test("makes an unconfirmed place, stamped now", async () => {
    const { event, member, actor, days } = await anEventAndMember();
    await declareRegistration(actor, { eventId: event.id, days: days.slice(0, 2) }, NOW);
    const [place] = await placesOf(member.id);
    expect(place).toMatchObject({ eventId: event.id, source: "onsite", number: null });
    const waiting = { declaredAt: NOW, confirmedAt: null, withdrawnAt: null };
    expect(place?.days).toMatchObject([waiting, waiting]);
    expect(await claimOf({ id: place?.id ?? "", actor })).toMatchObject({ rows: [] });
    const { entries } = await trailOf(place?.id ?? "", member.id);
    expect(entries).toMatchObject([
      { act: "declared days onsite", facts: { days: days.slice(0, 2) } },
    ]);
  });

  test("pressed twice at once makes one place, and each day once", async () => {
    const { event, member, actor, days } = await anEventAndMember();
    const input = { eventId: event.id, days };
    const outcomes = await Promise.allSettled([
      declareRegistration(actor, input, NOW),
      declareRegistration(actor, input, LATER),
    ]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
    const [place, ...more] = await placesOf(member.id);
    expect(more).toEqual([]);
    expect(place?.days).toHaveLength(3);
    expect(new Set(place?.days.map(({ declaredAt }) => declaredAt?.getTime())).size).toBe(1);
    expect((await trailOf(place?.id ?? "", member.id)).acts).toEqual(["declared days onsite"]);
  });

  test("is not offered where the member has a place; said all the same, it adds the days there", async () => {
    const claim = await aClaim({ credits: [650], event: { days: DAYS } });
    const offered = await listDeclarableEvents(claim.member.id, NOW);
    expect(offered.map(({ id }) => id)).not.toContain(claim.event.id);
    const days = claim.event.days.map(({ id }) => id);
    await declareRegistration(claim.actor, { eventId: claim.event.id, days }, LATER);
    const [place, ...more] = await placesOf(claim.member.id);
    expect(more).toEqual([]);
    expect(place).toMatchObject({ id: claim.id, source: "online" });
    expect((await claimOf(claim)).rows).toMatchObject([{ credits: 650 }]);
    expect(place?.days.filter(({ confirmedAt }) => confirmedAt === null)).toHaveLength(2);
  });

  test("replayed, declares once", async () => {
    const { event, member, actor, days } = await anEventAndMember();
    await declareRegistration(actor, { eventId: event.id, days }, NOW);
    const [before] = await placesOf(member.id);
    await declareRegistration(actor, { eventId: event.id, days }, LATER);
    const [place] = await placesOf(member.id);
    expect(place?.days).toEqual(before?.days);
    expect((await trailOf(place?.id ?? "", member.id)).acts).toEqual(["declared days onsite"]);
  });

  test("may be said again after the place was removed", async () => {
    const { event, member, actor, days } = await anEventAndMember();
    await declareRegistration(actor, { eventId: event.id, days }, NOW);
    await db.registrationDay.updateMany({
      where: { registration: { memberId: member.id } },
      data: { withdrawnAt: NOW },
    });
    await declareRegistration(actor, { eventId: event.id, days: days.slice(0, 1) }, LATER);
    const [place] = await placesOf(member.id);
    const standing = place?.days.filter(({ withdrawnAt }) => withdrawnAt === null);
    expect(standing).toMatchObject([{ eventDayId: days[0], declaredAt: LATER }]);
  });

  test.each<[string, { eventId?: string; days?: string[] }]>([
    ["an event that there never was", { eventId: randomUUID() }],
    ["a day that is not the event's", { days: [randomUUID()] }],
  ])("%s does not exist", async (_what, told) => {
    const { event, member, actor, days } = await anEventAndMember();
    const input = { eventId: event.id, days, ...told };
    await expect(declareRegistration(actor, input, NOW)).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await placesOf(member.id)).toEqual([]);
  });

  test("is refused to a retired member, and no place is made", async () => {
    const { event, member, actor, days } = await anEventAndMember();
    await db.member.update({ where: { id: member.id }, data: { retiredAt: NOW } });
    await expect(
      declareRegistration(actor, { eventId: event.id, days }, NOW),
    ).rejects.toMatchObject({ kind: "invalid" });
    expect(await placesOf(member.id)).toEqual([]);
  });
});

describe("the events offered", () => {
  test("have begun and are not long over, and no other is taken", async () => {
    const { event, member, actor, days } = await anEventAndMember();
    async function isOffered(now: Date) {
      const events = await listDeclarableEvents(member.id, now);
      return events.some(({ id }) => id === event.id);
    }
    // The association's zone is UTC: the event's days are its dates, 10 to 12 April.
    expect(await isOffered(new Date("2026-04-09T23:59:59.999Z"))).toBe(false);
    expect(await isOffered(new Date("2026-04-10T00:00:00Z"))).toBe(true);
    expect(await isOffered(addDays(new Date("2026-04-12T23:59:59.999Z"), 90))).toBe(true);
    const longOver = addDays(new Date("2026-04-13T00:00:00Z"), 90);
    expect(await isOffered(longOver)).toBe(false);
    for (const now of [new Date("2026-04-09T23:59:59.999Z"), longOver]) {
      await expect(
        declareRegistration(actor, { eventId: event.id, days }, now),
      ).rejects.toMatchObject({ kind: "not-found" });
    }
    expect(await placesOf(member.id)).toEqual([]);
  });
});
