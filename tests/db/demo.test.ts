import { expect, test } from "vitest";
import { findStandings } from "@/lib/allocations/queries";
import { db } from "@/lib/db";
import { findMemberId } from "@/lib/members/queries";
import { listRenewals } from "@/lib/renewals/queries";
import { seedDemo } from "@/prisma/seed/demo";
import { GRACE, PROPERTY } from "@/prisma/seed/record";
import { asOwner } from "@/tests/support/audit";
import { countRows, NOW } from "@/tests/support/imports";

const NEXT_DAY = new Date("2026-11-22T10:00:00Z");
const TODAY = "2026-11-21";

await seedDemo(NOW);

const idOf = async (memberNumber: string) => (await findMemberId(memberNumber)) ?? "";

async function theRenewal(memberNumber: string) {
  const [renewal] = await listRenewals(await idOf(memberNumber), TODAY);
  return renewal ?? expect.fail(`${memberNumber} has no renewal.`);
}

test("a demo load that was cut off before its end is repeated, also on another day", async () => {
  const loaded = await countRows();
  await seedDemo(NEXT_DAY);
  expect(await countRows()).toEqual(loaded);
  await asOwner("DELETE FROM audit_entries WHERE act = 'loaded the demo association'");
  await seedDemo(NEXT_DAY);
  const { audit_entries, ...rows } = await countRows();
  const { audit_entries: _, ...before } = loaded;
  expect(rows).toEqual(before);
});

test.each([
  ["open", PROPERTY.liam, 200, 500],
  ["open", PROPERTY.deShawn, 500, 800],
  ["paid", PROPERTY.chloe, 400, 800],
  ["approved", PROPERTY.mia, 0, 0],
  ["renewed", PROPERTY.noah, 500, 500],
])("a renewal of the demo is %s: of %s with %i of %i", async (state, member, counted, required) => {
  const renewal = await theRenewal(member);
  expect(renewal).toMatchObject({ state, standing: { counted, required } });
});

test("one renewed renewal of the demo is audited", async () => {
  const { id } = await theRenewal(PROPERTY.noah);
  const [audit, ...others] = await db.creditAudit.findMany({ include: { selection: true } });
  expect(others).toEqual([]);
  expect(audit).toMatchObject({ renewalId: id, selection: { seed: "4 8 15 16 23 42" } });
});

test("the renewed one has its certificate", async () => {
  const { certificate } = await theRenewal(PROPERTY.noah);
  expect(certificate?.version).toBe(1);
});

test("a submission of the demo waits for national staff, and would complete its renewal", async () => {
  const { id, standing } = await theRenewal(PROPERTY.olivia);
  expect(standing.outstanding).toBe(200);
  const batch = await db.batch.findUnique({ where: { renewalId: id }, include: { lines: true } });
  expect(batch).toMatchObject({ version: 1 });
  expect(batch?.lines).toHaveLength(2);
});

test("one form waits for the local office, one came back, two are signed", async () => {
  const forms = await db.reportingForm.findMany({
    where: { memberId: { in: [await idOf(PROPERTY.deShawn), await idOf(PROPERTY.olivia)] } },
    select: { sentAt: true, returnNote: true, signatures: { select: { name: true } } },
  });
  expect(forms.filter(({ sentAt }) => sentAt)).toHaveLength(1);
  expect(forms.filter(({ returnNote }) => returnNote)).toHaveLength(1);
  expect(forms.flatMap(({ signatures }) => signatures)).toHaveLength(2);
});

test("a gauge of the property manager moves, and the trainer sees what waits and what came back", async () => {
  const { standings } = await findStandings(await idOf(PROPERTY.deShawn), "active", TODAY);
  expect(standings.map(({ counted }) => counted)).toEqual([500, 500]);
  const { entries } = await findStandings(await idOf(GRACE), "active", TODAY);
  const states = entries.map(({ state }) => state);
  expect(states).toContain("awaiting review");
  expect(states).toContain("returned");
});
