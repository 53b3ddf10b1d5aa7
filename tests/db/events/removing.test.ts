import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { removeEventDay, saveEventDay } from "@/lib/event-days/commands";
import { removeEvent } from "@/lib/event-removals/commands";
import { findSetUp } from "@/lib/events/queries";
import { addPlace, changeDay } from "@/lib/places/commands";
import { declareDays, declareRegistration } from "@/lib/registrations/commands";
import { FOR_PHYSICIANS } from "@/tests/support/a-designation";
import { aPlace } from "@/tests/support/a-place";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";
import { whileItWaits } from "@/tests/support/while-it-waits";

const now = new Date("2026-11-20T10:00:00Z");

const anUnusedEvent = () => anEvent({ designations: [{ ...FOR_PHYSICIANS }] });

/** At the version that stands, as a page that was just opened. */
async function at(eventId: string) {
  const event = (await findSetUp(eventId)) ?? expect.fail("There is no such event.");
  return { eventId, version: event.version };
}

/** How much there is of the event: itself, its days, its designations. */
async function leftOf(eventId: string) {
  const where = { eventId };
  return Promise.all([
    db.event.count({ where: { id: eventId } }),
    db.eventDay.count({ where }),
    db.designation.count({ where }),
  ]);
}

test("an event that nobody is registered for goes with its days and designations, and the log keeps what it was", async () => {
  const staff = await aStaffMember();
  const { id, code } = await anUnusedEvent();
  await removeEvent(staff, await at(id), now);
  expect(await leftOf(id)).toEqual([0, 0, 0]);
  const told = await db.auditEntry.findMany({ where: { subjectId: id } });
  expect(told).toMatchObject([{ act: "removed an event", actorId: staff.memberId, at: now }]);
  expect(told[0]?.facts).toMatchObject({
    code,
    title: "Annual Convention 2026",
    firstOn: "2026-04-10",
    lastOn: "2026-04-12",
    days: [
      { day: "2026-04-10", title: "Day 1", starts: "08:00", ends: "17:00", maximum: 700 },
      { day: "2026-04-11" },
      { day: "2026-04-12" },
    ],
    designations: [{ creditTypeName: "AMA PRA Category 1", audience: "physicians" }],
  });
  await expect(removeEvent(staff, { eventId: id, version: 0 }, now)).rejects.toMatchObject({
    kind: "not-found",
  });
});

test("an event with a registration stays whole", async () => {
  const event = await anUnusedEvent();
  await aPlace(await anAccount({ password: null }), event);
  const form = await at(event.id);
  await expect(removeEvent(await aStaffMember(), form, now)).rejects.toMatchObject({
    kind: "conflict",
    message: "1 member is registered, so this event cannot be removed.",
  });
  expect(await leftOf(event.id)).toEqual([1, 3, 1]);
  expect(await at(event.id)).toEqual(form);
});

test("a registration that arrives while an event is removed keeps it whole, and its days with it", async () => {
  const staff = await aStaffMember();
  const [event, member] = [await anUnusedEvent(), await anAccount({ password: null })];
  const form = await at(event.id);
  const registrationId = randomUUID();
  const removal = whileItWaits(
    async (tx) => {
      const place = { eventId: event.id, memberId: member.id, registeredAt: now };
      await tx.registration.create({ data: { id: registrationId, ...place, source: "online" } });
    },
    () => Promise.allSettled([removeEvent(staff, form, now)]),
    // Its days come after it.
    async (tx) => {
      const eventDayId = event.days[0]?.id ?? "";
      await tx.registrationDay.create({ data: { registrationId, eventDayId, confirmedAt: now } });
    },
  );
  expect(await removal).toMatchObject([
    {
      status: "rejected",
      reason: {
        kind: "conflict",
        message: "1 member is registered, so this event cannot be removed.",
      },
    },
  ]);
  expect(await leftOf(event.id)).toEqual([1, 3, 1]);
  expect(await db.auditEntry.count({ where: { subjectId: event.id } })).toBe(0);
});

test("a day to which a registration comes while it is taken from its event stays there", async () => {
  const staff = await aStaffMember();
  const [event, member] = [await anUnusedEvent(), await anAccount({ password: null })];
  const [first, second] = event.days;
  const { id: registrationId } = await aPlace(member, { ...event, days: first ? [first] : [] });
  const form = await at(event.id);
  const eventDayId = second?.id ?? "";
  const removal = whileItWaits(
    async (tx) => {
      await tx.registrationDay.create({ data: { registrationId, eventDayId, confirmedAt: now } });
    },
    () => Promise.allSettled([removeEventDay(staff, { ...form, dayId: eventDayId }, now)]),
  );
  const message = "1 member is registered for this day, so it cannot be removed.";
  expect(await removal).toMatchObject([
    { status: "rejected", reason: { kind: "conflict", message } },
  ]);
  expect(await leftOf(event.id)).toEqual([1, 3, 1]);
  expect(await at(event.id)).toEqual(form);
});

test("who registers for an event that is just removed finds none", async () => {
  const [staff, member] = [await aStaffMember(), await anAccount({ password: null })];
  const one = await anEvent();
  const other = await anEvent();
  const days = ({ days: [day] }: typeof one) => [day?.id ?? ""];
  const removing = async (event: typeof one, comes: () => Promise<unknown>) =>
    whileItWaits(
      async (tx) => {
        await tx.eventDay.deleteMany({ where: { eventId: event.id } });
        await tx.event.delete({ where: { id: event.id } });
      },
      () => Promise.allSettled([comes()]),
    );
  const place = { eventId: one.id, member: member.email, days: days(one) };
  const declared = { eventId: other.id, days: days(other) };
  const soon = new Date("2026-04-10T20:00:00Z");
  const answers = [
    ...(await removing(one, () => addPlace(staff, place, now))),
    ...(await removing(other, () => declareRegistration(actorOf(member), declared, soon))),
  ];
  expect(answers).toMatchObject([
    { reason: { kind: "not-found" } },
    { reason: { kind: "not-found" } },
  ]);
});

test("who comes to a day that is just taken from its event finds none", async () => {
  const [staff, member] = [await aStaffMember(), await anAccount({ password: null })];
  const event = await anEvent();
  const [first, second, third] = event.days;
  const { id: registrationId } = await aPlace(member, { ...event, days: first ? [first] : [] });
  const soon = new Date("2026-04-10T20:00:00Z");
  const taking = (id: string, comes: () => Promise<unknown>) =>
    whileItWaits(
      async (tx) => void (await tx.eventDay.delete({ where: { id } })),
      () => Promise.allSettled([comes()]),
    );
  const added = { registrationId, eventDayId: second?.id ?? "", change: "add" } as const;
  const declared = { registrationId, days: [third?.id ?? ""] };
  const answers = [
    ...(await taking(added.eventDayId, () => changeDay(staff, added, now))),
    ...(await taking(declared.days[0] ?? "", () => declareDays(actorOf(member), declared, soon))),
  ];
  expect(answers).toMatchObject([
    { reason: { kind: "not-found" } },
    { reason: { kind: "not-found" } },
  ]);
});

test("of those who remove an event at once one does, and the others find none", async () => {
  const event = await anUnusedEvent();
  const form = await at(event.id);
  const staff = await Promise.all([1, 2, 3].map(() => aStaffMember()));
  const outcomes = await Promise.allSettled(staff.map((actor) => removeEvent(actor, form, now)));
  const reasons = outcomes.map((each) => (each.status === "rejected" ? each.reason.kind : "done"));
  expect(reasons.toSorted()).toEqual(["done", "not-found", "not-found"]);
  expect(await db.auditEntry.count({ where: { subjectId: event.id } })).toBe(1);
});

test("an event that a colleague has changed meanwhile is looked at again first", async () => {
  const staff = await aStaffMember();
  const event = await anUnusedEvent();
  const form = await at(event.id);
  const day = { seen: "", dayId: "", day: "2026-04-13", title: "", starts: "08:00", ends: "17:00" };
  await saveEventDay(staff, { ...form, ...day, maximum: 700 }, now);
  await expect(removeEvent(staff, form, now)).rejects.toMatchObject({ kind: "conflict" });
  expect(await leftOf(event.id)).toEqual([1, 4, 1]);
});

test("who is not staff finds no event to remove", async () => {
  const event = await anUnusedEvent();
  const form = await at(event.id);
  for (const actor of await othersThanStaff()) {
    for (const asked of [form, { eventId: randomUUID(), version: 0 }]) {
      await expect(removeEvent(actor, asked, now)).rejects.toMatchObject({ kind: "not-found" });
    }
  }
  expect(await leftOf(event.id)).toEqual([1, 3, 1]);
});
