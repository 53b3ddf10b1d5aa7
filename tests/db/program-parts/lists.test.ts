import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addActivityType, changeActivityType } from "@/lib/activity-types/commands";
import { findActivityType } from "@/lib/activity-types/queries";
import { db } from "@/lib/db";
import { fingerprintOf } from "@/lib/fingerprint";
import { type Actor, MACHINE } from "@/lib/members/rules";
import { addOffice, changeOffice } from "@/lib/offices/commands";
import { addProfession, changeProfession } from "@/lib/professions/commands";
import { findProfession } from "@/lib/professions/queries";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

const now = new Date("2026-11-22T10:00:00Z");
const own = () => `L ${randomUUID().slice(0, 8)}`;
const conflict = { kind: "conflict" };

const lastAudit = (subjectId: string) =>
  db.auditEntry.findFirstOrThrow({ where: { subjectId }, orderBy: { sequence: "desc" } });

async function anOffice(name = own()) {
  await addOffice(MACHINE, { name }, now);
  const select = { id: true, name: true };
  return db.localOffice.findUniqueOrThrow({ where: { name }, select });
}

test("an activity type is added and gets another format, which must be there", async () => {
  const name = own();
  await addActivityType(MACHINE, { name, formatName: "Other" }, now);
  const again = addActivityType(MACHINE, { name, formatName: "Other" }, now);
  await expect(again).rejects.toMatchObject({ ...conflict, field: "name" });
  const seen = fingerprintOf({ name, formatName: "Other" });
  const unknown = changeActivityType(MACHINE, { name, seen, formatName: own() }, now);
  await expect(unknown).rejects.toMatchObject({ kind: "invalid", field: "formatName" });
  await changeActivityType(MACHINE, { name, seen, formatName: "Teaching" }, now);
  expect(await findActivityType(name, db)).toEqual({ name, formatName: "Teaching" });
  expect((await lastAudit(name)).facts).toEqual({ formatName: { from: "Other", to: "Teaching" } });
});

test("of two who change a profession at once the second is told", async () => {
  const name = own();
  await addProfession(MACHINE, { name, physician: false }, now);
  const seen = fingerprintOf({ name, physician: false });
  const change = () => changeProfession(MACHINE, { name, seen, physician: true }, now);
  const outcomes = await Promise.allSettled([change(), change()]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await findProfession(name, db)).toEqual({ name, physician: true });
});

test("an office is added and renamed, and no two have one name", async () => {
  const [one, other] = [await anOffice(), await anOffice()];
  const renamed = own();
  const rename = (name: string) => {
    return changeOffice(MACHINE, { id: one.id, seen: fingerprintOf(one), name }, now);
  };
  await expect(rename(other.name)).rejects.toMatchObject({ ...conflict, field: "name" });
  await rename(renamed);
  expect((await lastAudit(one.id)).facts).toEqual({ name: { from: one.name, to: renamed } });
  await expect(rename(own())).rejects.toMatchObject(conflict);
  await expect(addOffice(MACHINE, { name: renamed }, now)).rejects.toMatchObject(conflict);
});

test("a name that another has but for its case is taken", async () => {
  const name = own();
  const other = name.toLowerCase();
  await addProfession(MACHINE, { name, physician: true }, now);
  await addActivityType(MACHINE, { name, formatName: "Other" }, now);
  await anOffice(name);
  for (const again of [
    () => addProfession(MACHINE, { name: other, physician: false }, now),
    () => addActivityType(MACHINE, { name: other, formatName: "Other" }, now),
    () => addOffice(MACHINE, { name: other }, now),
  ]) {
    await expect(again()).rejects.toMatchObject({ ...conflict, field: "name" });
  }
});

test("the lists are administrators'", async () => {
  const office = await anOffice();
  const seen = fingerprintOf(office);
  const acts = (actor: Actor) => [
    () => addActivityType(actor, { name: own(), formatName: "Other" }, now),
    () => changeActivityType(actor, { name: "Live event", seen, formatName: "Other" }, now),
    () => addProfession(actor, { name: own(), physician: true }, now),
    () => changeProfession(actor, { name: "Nurse", seen, physician: true }, now),
    () => addOffice(actor, { name: own() }, now),
    () => changeOffice(actor, { id: office.id, seen, name: own() }, now),
  ];
  for (const actor of [await aStaffMember(), ...(await othersThanStaff())]) {
    for (const act of acts(actor)) await expect(act()).rejects.toMatchObject({ kind: "not-found" });
  }
});
