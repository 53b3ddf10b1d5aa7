import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  addActivityType,
  changeActivityType,
  removeActivityType,
} from "@/lib/activity-types/commands";
import { listUnusedActivityTypes } from "@/lib/activity-types/queries";
import { db, type Tx } from "@/lib/db";
import { addEvent } from "@/lib/events/commands";
import { fingerprintOf } from "@/lib/fingerprint";
import { chooseProfession } from "@/lib/members/commands";
import { type Actor, MACHINE } from "@/lib/members/rules";
import { addOffice, removeOffice } from "@/lib/offices/commands";
import { listUnusedOffices } from "@/lib/offices/queries";
import { addProfession, removeProfession } from "@/lib/professions/commands";
import { listUnusedProfessions } from "@/lib/professions/queries";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";
import { whileItWaits } from "@/tests/support/while-it-waits";

const now = new Date("2026-11-23T10:00:00Z");
const own = () => `R ${randomUUID().slice(0, 8)}`;

async function aType() {
  const was = { name: own(), formatName: "Other" };
  await addActivityType(MACHINE, was, now);
  const { name } = was;
  return {
    id: name,
    was,
    isUnused: async () => (await listUnusedActivityTypes()).has(name),
    remove: (actor: Actor) => removeActivityType(actor, { name, seen: fingerprintOf(was) }, now),
    left: () => db.activityType.count({ where: { name } }),
  };
}

async function aProfession() {
  const was = { name: own(), physician: false };
  await addProfession(MACHINE, was, now);
  const { name } = was;
  return {
    id: name,
    was,
    isUnused: async () => (await listUnusedProfessions()).has(name),
    remove: (actor: Actor) => removeProfession(actor, { name, seen: fingerprintOf(was) }, now),
    left: () => db.profession.count({ where: { name } }),
  };
}

async function anOffice() {
  const name = own();
  await addOffice(MACHINE, { name }, now);
  const { id } = await db.localOffice.findUniqueOrThrow({ where: { name }, select: { id: true } });
  return {
    id,
    was: { name },
    isUnused: async () => (await listUnusedOffices()).has(id),
    remove: (actor: Actor) => removeOffice(actor, { id, seen: fingerprintOf({ id, name }) }, now),
    left: () => db.localOffice.count({ where: { id } }),
  };
}

type Part = Awaited<ReturnType<typeof aType | typeof aProfession | typeof anOffice>>;

async function officer(officeId: string, tx: Tx = db) {
  const { id: memberId } = await anAccount({ password: null });
  const grant = { memberId, role: "local_office" as const, grantedAt: now, officeId };
  await tx.roleGrant.create({ data: grant });
}

async function memberOf(localOfficeId: string, tx: Tx = db) {
  const { id } = await anAccount({ password: null });
  await tx.member.update({ where: { id }, data: { localOfficeId } });
}

async function memberWith(professionName: string, tx: Tx = db) {
  const { id } = await anAccount({ password: null });
  await tx.member.update({ where: { id }, data: { professionName } });
}

async function eventOf(activityTypeName: string, tx: Tx = db) {
  const { id } = await anEvent();
  await tx.event.update({ where: { id }, data: { activityTypeName } });
}

type Use = (id: string, tx?: Tx) => Promise<void>;

const ROWS: [string, () => Promise<Part>, Use, string][] = [
  [
    "an activity type of an event",
    aType,
    eventOf,
    "Events are of this type, so it cannot be removed.",
  ],
  [
    "a profession of a member",
    aProfession,
    memberWith,
    "Members have this profession, so it cannot be removed.",
  ],
  [
    "an office with a member",
    anOffice,
    memberOf,
    "This office has members, officers or signed forms, so it cannot be removed.",
  ],
  [
    "an office with an officer",
    anOffice,
    officer,
    "This office has members, officers or signed forms, so it cannot be removed.",
  ],
];

describe.each(ROWS)("%s", (_which, make, use, why) => {
  test("stays", async () => {
    const part = await make();
    expect(await part.isUnused()).toBe(true);
    await use(part.id);
    expect(await part.isUnused()).toBe(false);
    await expect(part.remove(MACHINE)).rejects.toMatchObject({ kind: "conflict", message: why });
    expect(await part.left()).toBe(1);
  });

  test("stays when it comes to it while it is removed", async () => {
    const part = await make();
    const removal = whileItWaits(
      (tx) => use(part.id, tx),
      () => Promise.allSettled([part.remove(MACHINE)]),
    );
    expect(await removal).toMatchObject([{ reason: { kind: "conflict", message: why } }]);
    expect(await part.left()).toBe(1);
    const acts = await db.auditEntry.findMany({ where: { subjectId: part.id } });
    expect(acts).toHaveLength(1);
  });
});

test.each([
  ["an activity type", aType],
  ["a profession", aProfession],
  ["an office", anOffice],
])("%s that nothing refers to goes, once, and the log keeps what it was", async (which, make) => {
  const part: Part = await make();
  const outcomes = await Promise.allSettled([part.remove(MACHINE), part.remove(MACHINE)]);
  const said = outcomes.map((each) => (each.status === "rejected" ? each.reason.message : "done"));
  expect(said.toSorted()).toEqual(["A colleague removed it already.", "done"]);
  expect(await part.left()).toBe(0);
  const [, told, ...more] = await db.auditEntry.findMany({
    where: { subjectId: part.id },
    orderBy: { sequence: "asc" },
  });
  expect(told).toMatchObject({ act: expect.stringMatching(/^removed an? /), facts: part.was });
  expect(more, which).toEqual([]);
});

test("what was changed meanwhile is looked at again first", async () => {
  const type = await aType();
  const seen = fingerprintOf(type.was);
  await changeActivityType(MACHINE, { ...type.was, seen, formatName: "Teaching" }, now);
  await expect(type.remove(MACHINE)).rejects.toMatchObject({ kind: "conflict" });
  expect(await type.left()).toBe(1);
});

test("who chooses what is just removed is told to choose from the list", async () => {
  const [type, profession] = [await aType(), await aProfession()];
  const member = actorOf(await anAccount({ password: null, professionName: null }));
  const event = {
    ...{ code: own(), title: own(), learningFormat: "live activity", place: "", timeZone: "UTC" },
    ...{ activityTypeName: type.id, creditTypeName: "CME", accreditationStatement: "" },
  };
  const ofEvent = await whileItWaits(
    async (tx) => void (await tx.activityType.delete({ where: { name: type.id } })),
    () => Promise.allSettled([addEvent(MACHINE, event, now)]),
  );
  const ofMember = await whileItWaits(
    async (tx) => void (await tx.profession.delete({ where: { name: profession.id } })),
    () => Promise.allSettled([chooseProfession(member, { profession: profession.id }, now)]),
  );
  expect([...ofEvent, ...ofMember]).toMatchObject([
    { reason: { kind: "invalid", field: "activityTypeName" } },
    { reason: { kind: "invalid", field: "profession" } },
  ]);
});

test("nobody but administrators removes any of it", async () => {
  const parts = [await aType(), await aProfession(), await anOffice()];
  for (const actor of [await aStaffMember(), ...(await othersThanStaff())]) {
    for (const part of parts) {
      await expect(part.remove(actor)).rejects.toMatchObject({ kind: "not-found" });
    }
  }
  expect(await Promise.all(parts.map((part) => part.left()))).toEqual([1, 1, 1]);
});
