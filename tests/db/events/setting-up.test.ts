import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { dayOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { addDesignation, changeDesignation, removeDesignation } from "@/lib/designations/commands";
import { removeEventDay, saveEventDay } from "@/lib/event-days/commands";
import { addEvent, changeEvent, moveZone } from "@/lib/events/commands";
import { findSetUp, listEvents } from "@/lib/events/queries";
import { eventListSchema } from "@/lib/events/schema";
import { MACHINE, type MemberActor } from "@/lib/members/rules";
import { aClaim } from "@/tests/support/a-claim";
import { FOR_OTHERS, FOR_PHYSICIANS } from "@/tests/support/a-designation";
import { aPlace } from "@/tests/support/a-place";
import { anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";
import { eventDaysFile, importText } from "@/tests/support/imports";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

const now = new Date("2026-11-20T10:00:00Z");

let staff: MemberActor;
beforeAll(async () => {
  staff = await aStaffMember();
});

const details = () => ({
  code: `S-${randomUUID()}`,
  title: "Spring Course",
  activityTypeName: "Live event",
  learningFormat: "live activity",
  place: "Berlin",
  creditTypeName: "AMA PRA Category 1",
  accreditationStatement: "{provider} is accredited.",
});

const aDay = {
  seen: "",
  dayId: "",
  day: "2027-03-09",
  title: "Day 1",
  starts: "08:00",
  ends: "17:00",
  maximum: 700,
};

async function setUpOf(id: string) {
  return (await findSetUp(id)) ?? expect.fail("There is no such event.");
}

async function aNewEvent(timeZone = "America/Los_Angeles") {
  const told = details();
  const eventId = await addEvent(staff, { ...told, timeZone }, now);
  return { ...told, eventId };
}

/** At the version that stands, as a form that was just opened. */
async function at(eventId: string) {
  return { eventId, version: (await setUpOf(eventId)).version };
}

describe("an event is set up", () => {
  test("with days that give it its span and end, and what was done is in the log", async () => {
    const { eventId } = await aNewEvent();
    expect(await saveEventDay(staff, { ...(await at(eventId)), ...aDay }, now)).toBe(true);
    const sunday = { ...aDay, day: "2027-03-14", starts: "03:00" };
    expect(await saveEventDay(staff, { ...(await at(eventId)), ...sunday }, now)).toBe(true);
    const event = await setUpOf(eventId);
    expect(event).toMatchObject({ firstOn: "2027-03-09", lastOn: "2027-03-14" });
    expect(event.endsAt).toEqual(new Date("2027-03-15T00:00:00Z"));
    const ids = [eventId, ...event.days.map(({ id }) => id)];
    const told = await db.auditEntry.findMany({
      where: { subjectId: { in: ids }, actorId: staff.memberId },
      orderBy: { sequence: "asc" },
    });
    expect(told.map(({ act }) => act)).toEqual([
      "set up an event",
      "added an event day",
      "added an event day",
    ]);
  });

  test("and not with a time that never happens there", async () => {
    const { eventId } = await aNewEvent();
    const never = { ...aDay, day: "2027-03-14", starts: "02:30" };
    await expect(
      saveEventDay(staff, { ...(await at(eventId)), ...never }, now),
    ).rejects.toMatchObject({ kind: "invalid", field: "starts" });
    expect((await setUpOf(eventId)).days).toEqual([]);
  });

  test("a code belongs to one event, however it is written", async () => {
    const { eventId, code, ...told } = await aNewEvent();
    const same = { ...told, code: code.toLowerCase(), timeZone: "UTC" };
    await expect(addEvent(staff, same, now)).rejects.toMatchObject({ field: "code" });
    const { events } = await listEvents(eventListSchema.parse({ q: code }), now);
    expect(events.map(({ id }) => id)).toEqual([eventId]);
  });

  test("a change is told from what to what; one that changes nothing is not told", async () => {
    const { eventId, ...told } = await aNewEvent();
    const becomes = { ...told, title: "Spring Course 2027" };
    await changeEvent(staff, { ...(await at(eventId)), seen: "", ...becomes }, now);
    const before = await at(eventId);
    await changeEvent(staff, { ...before, seen: "", ...becomes }, now);
    expect(await at(eventId)).toEqual(before);
    const changes = await db.auditEntry.findMany({
      where: { subjectId: eventId, act: "changed an event" },
    });
    expect(changes.map(({ facts }) => facts)).toEqual([
      { title: { from: "Spring Course", to: "Spring Course 2027" } },
    ]);
  });

  test("a credit type in whose steps a maximum of a day is not is refused", async () => {
    const { eventId, ...told } = await aNewEvent();
    await saveEventDay(staff, { ...(await at(eventId)), ...aDay, maximum: 725 }, now);
    await expect(
      changeEvent(
        staff,
        { ...(await at(eventId)), seen: "", ...told, creditTypeName: "IACET CEU" },
        now,
      ),
    ).rejects.toMatchObject({ kind: "invalid", field: "creditTypeName" });
  });

  test("moving it to another zone moves the instants and keeps the local times", async () => {
    const { eventId } = await aNewEvent();
    await saveEventDay(staff, { ...(await at(eventId)), ...aDay }, now);
    const move = { ...(await at(eventId)), seen: "", timeZone: "Europe/Berlin" };
    expect(await moveZone(staff, move, now)).toBe(true);
    const event = await setUpOf(eventId);
    expect(event.endsAt).toEqual(new Date("2027-03-09T16:00:00Z"));
    expect(event.days[0]).toMatchObject({ starts: "08:00", ends: "17:00" });
  });
});

describe("a day", () => {
  test("stands once in an event, and leaves it while nobody is registered", async () => {
    const { eventId } = await aNewEvent();
    await saveEventDay(staff, { ...(await at(eventId)), ...aDay }, now);
    await expect(
      saveEventDay(staff, { ...(await at(eventId)), ...aDay }, now),
    ).rejects.toMatchObject({ field: "day" });
    const { days } = await setUpOf(eventId);
    const remove = { ...(await at(eventId)), dayId: days[0]?.id ?? "" };
    await removeEventDay(staff, remove, now);
    expect(await setUpOf(eventId)).toMatchObject({ days: [], firstOn: null, endsAt: null });
  });

  test("that is saved as it was is no change: nothing is told, and open forms stay good", async () => {
    const { eventId } = await aNewEvent();
    await saveEventDay(staff, { ...(await at(eventId)), ...aDay }, now);
    const { days } = await setUpOf(eventId);
    const [form, dayId] = [await at(eventId), days[0]?.id ?? ""];
    expect(await saveEventDay(staff, { ...form, ...aDay, dayId }, now)).toBe(true);
    expect(await at(eventId)).toEqual(form);
    const told = await db.auditEntry.findMany({ where: { subjectId: dayId } });
    expect(told.map(({ act }) => act)).toEqual(["added an event day"]);
  });

  test("with registrations keeps its date and its place", async () => {
    const event = await anEvent();
    await aPlace(await anAccount({ password: null }), event);
    const dayId = event.days[0]?.id ?? "";
    await expect(removeEventDay(staff, { ...(await at(event.id)), dayId }, now)).rejects.toThrow(
      "1 member is registered for this day, so it cannot be removed.",
    );
    const moved = { ...aDay, dayId, day: "2026-04-09" };
    await expect(
      saveEventDay(staff, { ...(await at(event.id)), ...moved }, now),
    ).rejects.toMatchObject({ field: "day" });
    expect((await setUpOf(event.id)).days.map(({ day }) => day)).toEqual(
      event.days.map(({ day }) => dayOf(day)),
    );
  });

  test("of another event does not exist", async () => {
    const [event, other] = [await anEvent(), await anEvent()];
    const dayId = other.days[0]?.id ?? "";
    await expect(
      removeEventDay(staff, { ...(await at(event.id)), dayId }, now),
    ).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("a designation", () => {
  const told = { ...FOR_PHYSICIANS, approvalNumber: "" };

  test("is added, changed and removed", async () => {
    const { eventId } = await aNewEvent();
    await addDesignation(staff, { ...(await at(eventId)), ...told }, now);
    await expect(
      addDesignation(staff, { ...(await at(eventId)), ...told }, now),
    ).rejects.toMatchObject({ field: "audience" });
    const [first] = (await setUpOf(eventId)).designations;
    const designationId = first?.id ?? "";
    const becomes = { maximum: 700, approvalNumber: "4711", statement: "{maximum}" };
    await changeDesignation(
      staff,
      { ...(await at(eventId)), seen: "", designationId, ...becomes },
      now,
    );
    expect((await setUpOf(eventId)).designations).toMatchObject([becomes]);
    await removeDesignation(staff, { ...(await at(eventId)), designationId }, now);
    expect((await setUpOf(eventId)).designations).toEqual([]);
  });

  test("has a maximum in its credit type's steps", async () => {
    const { eventId } = await aNewEvent();
    await expect(
      addDesignation(staff, { ...(await at(eventId)), ...told, maximum: 710 }, now),
    ).rejects.toMatchObject({ field: "maximum" });
  });

  test("that a certificate states stays, one for others goes", async () => {
    const designations = [FOR_PHYSICIANS, FOR_OTHERS].map((each) => ({ ...each }));
    const { event } = await aClaim({ credits: [650], submitted: true, event: { designations } });
    const found = (await setUpOf(event.id)).designations;
    const idOf = (audience: string) => found.find((one) => one.audience === audience)?.id ?? "";
    await expect(
      removeDesignation(staff, { ...(await at(event.id)), designationId: idOf("physicians") }, now),
    ).rejects.toThrow("1 certificate states it, so it cannot be removed. Change it instead.");
    await removeDesignation(staff, { ...(await at(event.id)), designationId: idOf("others") }, now);
    expect((await setUpOf(event.id)).designations).toHaveLength(1);
  });
});

describe("of those who set up an event at once", () => {
  test("one is kept, and the others are told who was faster", async () => {
    const { eventId, ...told } = await aNewEvent();
    const form = await at(eventId);
    const editors = await Promise.all([1, 2, 3].map(() => aStaffMember()));
    const outcomes = await Promise.allSettled(
      editors.map((editor, place) =>
        changeEvent(editor, { ...form, seen: "", ...told, title: `By ${place}` }, now),
      ),
    );
    const lost = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(lost).toHaveLength(2);
    for (const { reason } of lost) {
      expect(reason).toMatchObject({ kind: "conflict" });
      expect(reason.message).toContain("Ada Example changed this event");
    }
  });

  test("one who changes a day tells one who changes a designation", async () => {
    const { eventId } = await aNewEvent();
    const form = await at(eventId);
    await saveEventDay(staff, { ...form, ...aDay }, now);
    const designation = { ...FOR_PHYSICIANS, approvalNumber: "" };
    await expect(addDesignation(staff, { ...form, ...designation }, now)).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  test("an import tells those who had the event open", async () => {
    const { eventId, code, ...told } = await aNewEvent();
    const form = await at(eventId);
    await importText("event-days", eventDaysFile({ event_code: code, day: "2027-03-09" }));
    await expect(
      changeEvent(staff, { ...form, seen: "", code, ...told, title: "Mine" }, now),
    ).rejects.toMatchObject({ kind: "conflict" });
  });
});

describe("who is not staff", () => {
  test("finds no set-up: nothing is added, changed or removed", async () => {
    const { eventId, ...told } = await aNewEvent();
    const form = await at(eventId);
    const notFound = { kind: "not-found" };
    for (const actor of await othersThanStaff()) {
      await expect(addEvent(actor, { ...details(), timeZone: "UTC" }, now)).rejects.toMatchObject(
        notFound,
      );
      await expect(changeEvent(actor, { ...form, seen: "", ...told }, now)).rejects.toMatchObject(
        notFound,
      );
      await expect(
        moveZone(actor, { ...form, seen: "", timeZone: "UTC" }, now),
      ).rejects.toMatchObject(notFound);
      await expect(saveEventDay(actor, { ...form, ...aDay }, now)).rejects.toMatchObject(notFound);
      await expect(
        removeEventDay(actor, { ...form, dayId: randomUUID() }, now),
      ).rejects.toMatchObject(notFound);
      await expect(
        addDesignation(actor, { ...form, ...FOR_PHYSICIANS, approvalNumber: "" }, now),
      ).rejects.toMatchObject(notFound);
    }
    expect(await at(eventId)).toEqual(form);
  });

  test("whoever holds the machine may", async () => {
    expect(await addEvent(MACHINE, { ...details(), timeZone: "UTC" }, now)).toBeTruthy();
  });
});

describe("the list of events", () => {
  const listed = async (told: object, at = now) =>
    (await listEvents(eventListSchema.parse(told), at)).events.map(({ title }) => title);

  test("finds by title, code and place, without diacritics, and by year, type and state", async () => {
    const word = randomUUID().slice(0, 8);
    const zone = { timeZone: "UTC", endsAt: new Date("2031-05-02T17:00:00Z") };
    await anEvent({ title: `${word} Café`, days: ["2031-05-01", "2031-05-02"], ...zone });
    await anEvent({
      title: `${word} Journal`,
      days: [],
      firstOn: null,
      lastOn: null,
      endsAt: null,
      activityTypeName: "Journal",
    });
    expect(await listed({ q: word })).toEqual([`${word} Journal`, `${word} Café`]);
    expect(await listed({ q: `cafe ${word}` })).toEqual([`${word} Café`]);
    expect(await listed({ q: word, year: "2031" })).toEqual([`${word} Café`]);
    expect(await listed({ q: word, type: "Journal" })).toEqual([`${word} Journal`]);
    const during = new Date("2031-05-01T09:00:00Z");
    expect(await listed({ q: word, state: "running" }, during)).toEqual([`${word} Café`]);
    expect(await listed({ q: word, state: "coming" }, during)).toEqual([`${word} Journal`]);
    expect(await listed({ q: word, state: "ended" }, zone.endsAt)).toEqual([`${word} Café`]);
  });

  test("is paged by key, every event once", async () => {
    const word = randomUUID().slice(0, 8);
    for (let place = 0; place < 27; place++) await anEvent({ title: `${word} ${place}` });
    const first = await listEvents(eventListSchema.parse({ q: word }), now);
    expect(first.events).toHaveLength(25);
    const second = await listEvents(eventListSchema.parse({ q: word, after: first.next }), now);
    const titles = [...first.events, ...second.events].map(({ title }) => title);
    expect(new Set(titles).size).toBe(27);
    expect(second.next).toBeNull();
  });

  test.each([
    ["newest", [5, 4, 3, 2, 1]],
    ["oldest", [1, 2, 3, 4, 5]],
    ["title", [2, 3, 1, 4, 5]],
    ["title-back", [5, 4, 1, 3, 2]],
  ])("stands by %s, and goes on after any of its events", async (sort, expected) => {
    const word = randomUUID().slice(0, 8);
    const titles = ["Émile", "east", "East", "Zoo", "Zoo"];
    for (const [nth, title] of titles.entries()) {
      const days = nth < 2 ? ["2031-05-01"] : [`2031-05-0${nth}`];
      const dated = nth < 4 ? { days } : { days: [], firstOn: null, lastOn: null, endsAt: null };
      await anEvent({ code: `${word}-${nth + 1}`, title: `${title} ${word}`, ...dated });
    }
    const codesOf = async (after?: string) => {
      const { events } = await listEvents(eventListSchema.parse({ q: word, sort, after }), now);
      return events;
    };
    const events = await codesOf();
    const expectedCodes = expected.map((nth) => `${word}-${nth}`);
    expect(events.map(({ code }) => code)).toEqual(expectedCodes);
    for (const [nth, { id }] of events.entries()) {
      const rest = await codesOf(id);
      expect(rest.map(({ code }) => code)).toEqual(expectedCodes.slice(nth + 1));
    }
  });
});
