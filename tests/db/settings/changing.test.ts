import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { fingerprintOf } from "@/lib/fingerprint";
import { MACHINE } from "@/lib/members/rules";
import { changeSettings } from "@/lib/settings/commands";
import { readSettings } from "@/lib/settings/queries";
import { othersThanStaff } from "@/tests/support/staff";

const now = new Date("2026-11-21T10:00:00Z");

const hours = () =>
  db.setting.findUniqueOrThrow({ where: { id: 1 }, select: { onsiteWaitHours: true } });

test("changes made at once are told one after the other, each from what it really was", async () => {
  const { onsiteWaitHours } = await hours();
  const wanted = [1, 2, 3, 4].map((more) => onsiteWaitHours + more);
  await Promise.all(wanted.map((to) => changeSettings(MACHINE, { onsiteWaitHours: to }, now)));
  const entries = await db.auditEntry.findMany({
    where: { act: "changed settings" },
    orderBy: { sequence: "asc" },
    select: { facts: true },
  });
  const told = entries.map(({ facts }) => Object.values(facts as object)[0]);
  expect(told.map(({ from }) => from)).toEqual([
    onsiteWaitHours,
    ...told.slice(0, -1).map(({ to }) => to),
  ]);
  expect(told.at(-1).to).toBe((await hours()).onsiteWaitHours);
  expect(told.map(({ to }) => to).sort()).toEqual(wanted);
});

test("what is as it was already is no change", async () => {
  const before = await db.auditEntry.count();
  await changeSettings(MACHINE, await hours(), now);
  expect(await db.auditEntry.count()).toBe(before);
});

test("nobody but administrators changes them", async () => {
  const before = await hours();
  for (const actor of await othersThanStaff()) {
    const change = changeSettings(actor, { onsiteWaitHours: 99 }, now);
    await expect(change).rejects.toMatchObject({ kind: "not-found" });
  }
  expect(await hours()).toEqual(before);
});

test("of two forms that show the same settings the second is told", async () => {
  const shown = await readSettings(db);
  const seen = fingerprintOf(shown);
  const outcomes = await Promise.allSettled(
    [201, 202].map((hours) => changeSettings(MACHINE, { seen, onsiteWaitHours: hours }, now)),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await changeSettings(MACHINE, { onsiteWaitHours: shown.onsiteWaitHours }, now);
});

test.each(["366", "999", "0", "30, 90", "30, 30", "7,3", "9, 8, 7, 6, 5, 4, 3", ""])(
  "the days before a cycle's end are never kept as %j, as the form would not take them",
  async (cycleEndingDays) => {
    const kept = db.setting.update({ where: { id: 1 }, data: { cycleEndingDays } });
    await expect(kept).rejects.toThrow();
  },
);

test.each(["365", "9", "365, 100, 36, 9, 2, 1", "90, 30, 7"])(
  "they are kept as %j",
  async (days) => {
    await changeSettings(MACHINE, { cycleEndingDays: days }, now);
    expect((await readSettings(db)).cycleEndingDays).toBe(days);
  },
);
