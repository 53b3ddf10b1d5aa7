import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { listExceptions } from "@/lib/claim-exceptions/queries";
import { db } from "@/lib/db";
import type { Actor, MemberActor } from "@/lib/members/rules";
import { listOnsite } from "@/lib/onsite-queue/queries";
import { addPlace, changeDay, settlePlaces } from "@/lib/places/commands";
import { listPlaces } from "@/lib/places/queries";
import { placeListSchema } from "@/lib/places/schema";
import { declareDays } from "@/lib/registrations/commands";
import { aClaim, creditsOf } from "@/tests/support/a-claim";
import { aPlace } from "@/tests/support/a-place";
import { NOW } from "@/tests/support/a-row";
import { everythingOf, trailOf } from "@/tests/support/a-trail";
import { anAccount } from "@/tests/support/accounts";
import { anEvent, DAYS } from "@/tests/support/an-event";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

let staff: MemberActor;
beforeAll(async () => {
  staff = await aStaffMember();
});

const listed = async (eventId: string, told: object = {}) =>
  (await listPlaces(eventId, placeListSchema.parse(told))).places;

test.each([
  ["name", ["Al", "Bo", "Cy"]],
  ["name-back", ["Cy", "Bo", "Al"]],
  ["newest", ["Bo", "Cy", "Al"]],
  ["oldest", ["Al", "Cy", "Bo"]],
])("by %s the registrations go on after any of them", async (sort, names) => {
  const event = await anEvent();
  const days = { Al: 0, Bo: 1, Cy: 0 };
  for (const [firstName, later] of Object.entries(days)) {
    const { id } = await anAccount({ password: null });
    const member = await db.member.update({ where: { id }, data: { firstName, lastName: "Same" } });
    const place = await aPlace(member, event);
    const registeredAt = new Date(NOW.getTime() + later * 86_400_000);
    await db.registration.update({ where: { id: place.id }, data: { registeredAt } });
  }
  const places = await listed(event.id, { sort });
  expect(places.map(({ firstName }) => firstName)).toEqual(names);
  for (const [nth, { id: after }] of places.entries()) {
    const rest = await listed(event.id, { sort, after });
    expect(rest.map(({ firstName }) => firstName)).toEqual(names.slice(nth + 1));
  }
});

describe("staff register a member", () => {
  test("for days of an event, confirmed at once, with source staff", async () => {
    const [event, member] = await Promise.all([anEvent(), anAccount({ password: null })]);
    const [first] = event.days;
    const id = await addPlace(
      staff,
      { eventId: event.id, member: member.memberNumber ?? "", days: [first?.id ?? ""] },
      NOW,
    );
    const place = await everythingOf(id);
    expect(place).toMatchObject({ source: "staff", memberId: member.id });
    expect(place.days).toMatchObject([{ confirmedAt: NOW, declaredAt: null }]);
    expect((await trailOf(id, member.id)).acts).toEqual(["registered a member"]);
  });

  test("once: of two at once one is told", async () => {
    const [event, member] = await Promise.all([anEvent(), anAccount({ password: null })]);
    const days = event.days.map(({ id }) => id);
    const input = { eventId: event.id, member: member.email, days };
    const outcomes = await Promise.allSettled([1, 2].map(() => addPlace(staff, input, NOW)));
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await listed(event.id)).toHaveLength(1);
  });

  test("not themselves, nobody unknown, for no day of another event", async () => {
    const [event, other] = [await anEvent(), await anEvent()];
    const own = await db.member.findUniqueOrThrow({ where: { id: staff.memberId } });
    const days = event.days.map(({ id }) => id);
    const input = { eventId: event.id, days };
    await expect(addPlace(staff, { ...input, member: own.email }, NOW)).rejects.toThrow(
      "Nobody decides about their own record. Ask a colleague.",
    );
    await expect(addPlace(staff, { ...input, member: "nobody" }, NOW)).rejects.toMatchObject({
      field: "member",
    });
    const member = await anAccount({ password: null });
    const strange = { eventId: other.id, days, member: member.email };
    await expect(addPlace(staff, strange, NOW)).rejects.toMatchObject({ kind: "not-found" });
    expect(await listed(event.id)).toEqual([]);
  });
});

describe("staff change the days of a registration", () => {
  test("an open day that is withdrawn leaves the claim, and the log keeps its amount", async () => {
    const claim = await aClaim({ credits: [650, 500] });
    const input = { registrationId: claim.id, eventDayId: claim.days[1] ?? "" };
    await changeDay(staff, { ...input, change: "withdraw" }, NOW);
    expect(await creditsOf(claim)).toEqual([650]);
    const { entries } = await trailOf(claim.id, claim.member.id);
    expect(entries.at(-1)?.facts).toMatchObject({ change: "withdrawn", credits: 500 });
    await changeDay(staff, { ...input, change: "add" }, NOW);
    expect(await creditsOf(claim)).toEqual([650, null]);
    expect((await listExceptions(claim.event.id)).exceptions).toEqual([]);
  });

  test("a locked day that is withdrawn keeps its credits and is an exception", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    const input = { registrationId: claim.id, eventDayId: claim.days[0] ?? "" };
    await changeDay(staff, { ...input, change: "withdraw" }, NOW);
    expect(await creditsOf(claim)).toEqual([650]);
    expect((await listExceptions(claim.event.id)).exceptions).toMatchObject([
      { id: claim.id, credits: 650, withdrawnAt: NOW },
    ]);
    await changeDay(staff, { ...input, change: "add" }, NOW);
    expect((await listExceptions(claim.event.id)).exceptions).toEqual([]);
  });

  test("a day that is as they wish stays unchanged, and open reviews stay good", async () => {
    const claim = await aClaim({ credits: [650], event: { days: DAYS } });
    const before = await everythingOf(claim.id);
    const input = { registrationId: claim.id, eventDayId: claim.days[0] ?? "" };
    await changeDay(staff, { ...input, change: "add" }, NOW);
    const missing = { ...input, eventDayId: claim.event.days[1]?.id ?? "" };
    await changeDay(staff, { ...missing, change: "withdraw" }, NOW);
    expect(await everythingOf(claim.id)).toEqual(before);
  });

  test("a new day is open", async () => {
    const claim = await aClaim({ credits: [650], event: { days: DAYS }, submitted: true });
    const eventDayId = claim.event.days[1]?.id ?? "";
    await changeDay(staff, { registrationId: claim.id, eventDayId, change: "add" }, NOW);
    expect(await creditsOf(claim)).toEqual([650, null]);
    expect(await listed(claim.event.id)).toMatchObject([{ state: "confirmed", open: 1 }]);
  });
});

describe("what many declared onsite", () => {
  async function aWaiting() {
    const claim = await aClaim({ credits: [650], event: { days: DAYS } });
    const days = claim.event.days.slice(1).map(({ id }) => id);
    await declareDays(claim.actor, { registrationId: claim.id, days }, NOW);
    return claim;
  }

  test("is settled one by one, and what is refused keeps nothing back", async () => {
    const claims = await Promise.all([aWaiting(), aWaiting()]);
    const own = await aWaiting();
    const actor: MemberActor = { ...own.actor, roles: ["staff"] };
    const waiting = await listOnsite(own.event.id, null);
    expect(waiting.places).toMatchObject([{ id: own.id, days: 2, declaredAt: NOW }]);
    const registrations = [...claims, own].map(({ id }) => id);
    const results = await settlePlaces(actor, { registrations, decision: "confirm" }, NOW);
    expect(results.map(({ sentence }) => sentence).toSorted()).toEqual([
      "2 days confirmed.",
      "2 days confirmed.",
      "Nobody decides about their own record. Ask a colleague.",
    ]);
    expect(await creditsOf(own)).toEqual([650]);
    const again = await settlePlaces(staff, { registrations, decision: "remove" }, NOW);
    expect(again.map(({ sentence }) => sentence).toSorted()).toEqual([
      "2 days removed.",
      "Nothing was waiting any more.",
      "Nothing was waiting any more.",
    ]);
  });

  test("goes on after the last of the page before, who is confirmed meanwhile", async () => {
    const event = await anEvent();
    const people = await Promise.all(
      Array.from({ length: 52 }, () => anAccount({ password: null })),
    );
    for (const member of people)
      await aPlace(member, event, { declaredAt: NOW, confirmedAt: null });
    const { places, next } = await listOnsite(event.id, null);
    const registrations = places.map(({ id }) => id);
    expect(next).toEqual({ at: NOW, id: registrations.at(-1) });
    await settlePlaces(staff, { registrations, decision: "confirm" }, NOW);
    expect((await listOnsite(event.id, next)).places).toHaveLength(2);
  });
});

test("the list says how each registration stands, and is filtered by it", async () => {
  const event = await anEvent();
  const people = await Promise.all([1, 2, 3].map(() => anAccount({ password: null })));
  const [waiting, confirmed, entered] = people;
  if (!waiting || !confirmed || !entered) throw new Error("There are three.");
  await aPlace(waiting, event, { declaredAt: NOW, confirmedAt: null });
  await aPlace(confirmed, event);
  const { id } = await aPlace(entered, event);
  const eventDayId = event.days[0]?.id ?? "";
  await db.claimDay.create({
    data: { registrationId: id, eventDayId, credits: 500, savedAt: NOW },
  });
  const states = (await listed(event.id)).map(({ state }) => state).toSorted();
  expect(states).toEqual(["confirmed", "entered", "waiting"]);
  const filtered = await listed(event.id, { state: "entered" });
  expect(filtered).toMatchObject([{ id, entered: 1, open: 3 }]);
  expect(await listed(event.id, { q: waiting.memberNumber ?? "" })).toMatchObject([
    { state: "waiting" },
  ]);
});

test("who is not staff finds no registration to keep", async () => {
  const claim = await aClaim({ credits: [650] });
  const before = await everythingOf(claim.id);
  const notFound = { kind: "not-found" };
  const actors: Actor[] = [...(await othersThanStaff()), claim.actor];
  for (const actor of actors) {
    const place = { eventId: claim.event.id, member: "any", days: [...claim.days] };
    await expect(addPlace(actor, place, NOW)).rejects.toMatchObject(notFound);
    const day = { registrationId: claim.id, eventDayId: claim.days[0] ?? "" };
    await expect(changeDay(actor, { ...day, change: "withdraw" }, NOW)).rejects.toMatchObject(
      notFound,
    );
    const many = { registrations: [claim.id], decision: "confirm" as const };
    await expect(settlePlaces(actor, many, NOW)).rejects.toMatchObject(notFound);
  }
  await expect(
    settlePlaces(staff, { registrations: [randomUUID()], decision: "confirm" }, NOW),
  ).rejects.toMatchObject(notFound);
  expect(await everythingOf(claim.id)).toEqual(before);
});
