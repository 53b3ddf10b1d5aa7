import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { findCertificate, findCertificateFile } from "@/lib/certificates/queries";
import { countExceptions, listExceptions } from "@/lib/claim-exceptions/queries";
import { db } from "@/lib/db";
import { findTouched } from "@/lib/event-days/queries";
import { listEvents } from "@/lib/events/queries";
import { eventListSchema } from "@/lib/events/schema";
import { listLeftBehind } from "@/lib/left-certificates/queries";
import type { MemberActor } from "@/lib/members/rules";
import { listOnsite } from "@/lib/onsite-queue/queries";
import { countPlaces, findPlace, listPlaces } from "@/lib/places/queries";
import { placeListSchema } from "@/lib/places/schema";
import { remindNext, requestReminders } from "@/lib/reminders/commands";
import { findRun, listUnclaimed } from "@/lib/reminders/queries";
import { countWaiting } from "@/lib/waiting/queries";
import { aClaim } from "@/tests/support/a-claim";
import { merge, theSameEvent } from "@/tests/support/a-merge";
import { aPlace } from "@/tests/support/a-place";
import { NOW } from "@/tests/support/a-row";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";
import { anAdministrator } from "@/tests/support/staff";

let staff: MemberActor;
beforeAll(async () => {
  staff = await anAdministrator();
});

const listed = async (eventId: string, told: object = {}) =>
  (await listPlaces(eventId, placeListSchema.parse(told))).places;

test("nobody waits for the claim of a registration that a merge left behind, or is reminded of it", async () => {
  const { event, member: kept } = await aClaim();
  const other = await anAccount({ password: null });
  const left = await aPlace(other, event);
  expect(await countPlaces(event.id)).toMatchObject({ unclaimed: 2 });
  await merge(staff, kept, other);
  expect(await countPlaces(event.id)).toMatchObject({ unclaimed: 1 });
  const { members } = await listUnclaimed(event.id, undefined);
  expect(members.map(({ memberId }) => memberId)).toEqual([kept.id]);
  const runId = randomUUID();
  const about = { eventId: event.id, runId, registrations: [] };
  await requestReminders(staff, { ...about, whom: "all" }, NOW);
  await remindNext(runId, NOW);
  expect(await findRun(event.id, runId)).toMatchObject({
    all: 1,
    outcomes: [{ outcome: "sent", members: 1 }],
  });
  const registrations = [left.id];
  await expect(
    requestReminders(staff, { ...about, runId: randomUUID(), whom: "chosen", registrations }, NOW),
  ).rejects.toThrow("Nobody is left to remind.");
});

test("one that is merged between the request and its job gets no reminder", async () => {
  const { event, member: kept } = await aClaim();
  const other = await anAccount({ password: null });
  await aPlace(other, event);
  const runId = randomUUID();
  await requestReminders(staff, { eventId: event.id, runId, whom: "all", registrations: [] }, NOW);
  await merge(staff, kept, other);
  await remindNext(runId, NOW);
  const run = await findRun(event.id, runId);
  expect(run?.outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["claimed", "sent"]);
});

test("it stays in the list, which says into whom the record was merged", async () => {
  const event = await anEvent();
  const [kept, other] = [await anAccount({ password: null }), await anAccount({ password: null })];
  const [{ id }, left] = [await aPlace(kept, event), await aPlace(other, event)];
  await merge(staff, kept, other);
  const places = await listed(event.id);
  expect(places).toHaveLength((await countPlaces(event.id)).registrations);
  const into = { mergedIntoId: kept.id, mergedInto: `${kept.firstName} ${kept.lastName}` };
  expect(places.find((place) => place.id === left.id)).toMatchObject({ state: "merged", ...into });
  expect(await listed(event.id, { state: "confirmed" })).toMatchObject([
    { id, mergedIntoId: null, mergedInto: null },
  ]);
  expect(await listed(event.id, { state: "merged" })).toMatchObject([{ id: left.id }]);
  expect((await findPlace(event.id, left.id))?.mergedInto?.id).toBe(kept.id);
});

test("what it declared onsite waits for nobody any more", async () => {
  const event = await anEvent();
  const [kept, other] = [await anAccount({ password: null }), await anAccount({ password: null })];
  await aPlace(kept, event);
  const left = await aPlace(other, event, { declaredAt: NOW, confirmedAt: null });
  const before = await countWaiting(NOW);
  expect((await listOnsite(event.id, null)).places).toMatchObject([{ id: left.id }]);
  await merge(staff, kept, other);
  expect((await listOnsite(event.id, null)).places).toEqual([]);
  expect(await listed(event.id, { state: "waiting" })).toEqual([]);
  expect(await countPlaces(event.id)).toMatchObject({ waiting: 0 });
  expect((await countWaiting(NOW)).onsite).toBe(before.onsite - 1);
  const { events } = await listEvents(eventListSchema.parse({ q: event.code }), NOW);
  expect(events).toMatchObject([{ id: event.id, waiting: 0 }]);
});

test("its locked credits over a new maximum are no exception, and no change touches them", async () => {
  const kept = await aClaim({ credits: [650], submitted: true });
  const other = await theSameEvent(kept, [650]);
  const [dayId = ""] = kept.days;
  await db.eventDay.update({ where: { id: dayId }, data: { maximum: 600 } });
  expect(await countExceptions(kept.event.id)).toBe(2);
  await merge(staff, kept.member, other.member);
  expect((await listExceptions(kept.event.id)).exceptions).toMatchObject([{ id: kept.id }]);
  expect(await countExceptions(kept.event.id)).toBe(1);
  const touched = await findTouched(kept.event.id, { dayId, maximum: 500 });
  expect(touched?.named.map(({ id }) => id)).toEqual([kept.id]);
});

test("its certificate can be read and is listed by whom the record was merged into, and by nobody else", async () => {
  const kept = await aClaim({ credits: [650], submitted: true });
  const other = await theSameEvent(kept, [650]);
  const { number } = await db.certificate.findUniqueOrThrow({
    where: { registrationId: other.id },
  });
  expect(await findCertificate(kept.actor, number, null)).toBeNull();
  expect(await listLeftBehind(kept.member.id)).toEqual([]);
  await merge(staff, kept.member, other.member);
  const mergedIntoId = kept.member.id;
  expect(await findCertificate(kept.actor, number, null)).toMatchObject({ mergedIntoId });
  expect(await findCertificateFile(kept.actor, number, null)).toMatchObject({ version: 1 });
  expect(await listLeftBehind(kept.member.id)).toMatchObject([{ number }]);
  const stranger = actorOf(await anAccount({ password: null }));
  expect(await findCertificate(stranger, number, null)).toBeNull();
  expect(await findCertificateFile(stranger, number, null)).toBeNull();
  const own = await db.certificate.findUniqueOrThrow({ where: { registrationId: kept.id } });
  expect(await findCertificate(kept.actor, own.number, null)).toMatchObject({ mergedIntoId: null });
});
