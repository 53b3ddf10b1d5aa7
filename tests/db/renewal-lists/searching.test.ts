import { beforeAll, expect, test } from "vitest";
import { dateOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { listRenewalActs } from "@/lib/renewal-lists/acts";
import { listRenewalsInState } from "@/lib/renewal-lists/queries";
import { grantWaiver } from "@/lib/waivers/commands";
import { INVOICED_AT, INVOICED_ON } from "@/tests/support/a-renewal";
import { anOffice, aRenewingManager } from "@/tests/support/a-reporting-form";
import { anAdministrator } from "@/tests/support/staff";

const named = ["Šárka Nováková", "Sarka Novotná", "Ada Nový"] as const;
let renewals: { renewalId: string; email: string }[];

beforeAll(async () => {
  const { office } = await anOffice();
  renewals = [];
  for (const name of named) {
    const [firstName = "", lastName = ""] = name.split(" ");
    const { member, renewalId } = await aRenewingManager(office);
    await db.member.update({ where: { id: member.id }, data: { firstName, lastName } });
    renewals.push({ renewalId, email: member.email });
  }
});

const found = async (wanted: Parameters<typeof listRenewalsInState>[0]) => {
  const { renewals: listed } = await listRenewalsInState(wanted, INVOICED_ON);
  const known = renewals.map(({ renewalId }) => renewalId);
  return listed.flatMap(({ id }) => (known.includes(id) ? named[known.indexOf(id)] : "another"));
};

test.each([
  ["sarka", ["Šárka Nováková", "Sarka Novotná"]],
  ["NOVA", ["Šárka Nováková"]],
  ["nov sarka", ["Šárka Nováková", "Sarka Novotná"]],
  ["no", ["Šárka Nováková", "Sarka Novotná", "Ada Nový"]],
  ["nov%", []],
  ["nobody", []],
])("renewals are found by part of a name, with or without diacritics: %s", async (q, names) => {
  expect((await found({ q })).toSorted()).toEqual(names.toSorted());
});

test("a renewal is found by its member's identifiers, beside the other filters", async () => {
  const q = renewals[1]?.email ?? "";
  expect(await found({ q })).toEqual(["Sarka Novotná"]);
  const { state } = (await listRenewalsInState({ q }, INVOICED_ON)).renewals[0] ?? {};
  expect(await found({ q, state })).toEqual(["Sarka Novotná"]);
  expect(await found({ q, state: "renewed" })).toEqual([]);
  expect(await found({ q, due: "1999-01-01" })).toEqual([]);
});

test("what is found goes on after the last of the page before", async () => {
  const wanted = { q: "nov" };
  const [first, ...others] = (await listRenewalsInState(wanted, INVOICED_ON)).renewals;
  if (!first) throw new Error("There are three.");
  const after = { at: dateOf(first.dueOn), id: first.id };
  const page = await listRenewalsInState({ ...wanted, after }, INVOICED_ON);
  expect(page.renewals.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
});

test.each([
  ["name", ["Šárka Nováková", "Sarka Novotná", "Ada Nový"]],
  ["name-back", ["Ada Nový", "Sarka Novotná", "Šárka Nováková"]],
] as const)("by %s they go on after any of them", async (sort, names) => {
  for (const q of ["nov", ""]) {
    const { renewals: listed } = await listRenewalsInState({ q, sort }, INVOICED_ON);
    expect(await found({ q, sort })).toEqual(names);
    for (const [nth, { id, dueOn }] of listed.entries()) {
      const after = { at: dateOf(dueOn), id };
      expect(await found({ q, sort, after })).toEqual(names.slice(nth + 1));
    }
  }
});

test.each(["nov", ""])("the soonest due come first where it is asked, with %j typed", async (q) => {
  const [latest, soonest] = await Promise.all([
    listRenewalsInState({ q }, INVOICED_ON),
    listRenewalsInState({ q, sort: "soonest" }, INVOICED_ON),
  ]);
  const ids = soonest.renewals.map(({ id }) => id);
  expect(ids).toEqual(latest.renewals.map(({ id }) => id).toReversed());
  for (const [nth, { id, dueOn }] of soonest.renewals.entries()) {
    const after = { at: dateOf(dueOn), id };
    const rest = await listRenewalsInState({ q, sort: "soonest", after }, INVOICED_ON);
    expect(rest.renewals.map((renewal) => renewal.id)).toEqual(ids.slice(nth + 1));
  }
});

test("nobody is passed over when the last of the page before is renewed meanwhile", async () => {
  const { state } = (await listRenewalsInState({}, INVOICED_ON)).renewals[0] ?? {};
  const wanted = { state, due: "2027-01-01" } as const;
  const [first, second] = (await listRenewalsInState(wanted, INVOICED_ON)).renewals;
  if (!first) throw new Error("There are three.");
  const after = { at: dateOf(first.dueOn), id: first.id };
  await db.renewal.update({ where: { id: first.id }, data: { renewedAt: INVOICED_AT } });
  const page = await listRenewalsInState({ ...wanted, after }, INVOICED_ON);
  expect(page.renewals[0]?.id).toBe(second?.id);
});

test("what was done to a renewal says who did it in words", async () => {
  const administrator = await anAdministrator();
  const renewalId = renewals[0]?.renewalId ?? "";
  const waived = { renewalId, part: "fee", kind: "deployment", reason: "Called up." } as const;
  await grantWaiver(administrator, waived, INVOICED_AT);
  const acts = await listRenewalActs(renewalId);
  expect(acts.map(({ by }) => by)).toEqual([expect.stringContaining("Ada"), "The schedule"]);
});
