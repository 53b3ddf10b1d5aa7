import { randomUUID } from "node:crypto";
import { addDays } from "date-fns";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db";
import { type Actor, MACHINE } from "@/lib/members/rules";
import { ensureProgram, saveRuleVersion } from "@/lib/programs/commands";
import { ruleTermsSchema } from "@/lib/programs/schema";
import { draftOf } from "@/lib/rule-drafts/rules";
import type { RuleDraft } from "@/lib/rule-drafts/schema";
import {
  continuePreview,
  savePreviewed,
  startPreview,
  sweepPreviews,
} from "@/lib/rule-previews/commands";
import { findPreview } from "@/lib/rule-previews/queries";
import type { Impact } from "@/lib/rule-previews/rules";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { aRenewal } from "@/tests/support/a-renewal";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";
import { SHIPPED, years } from "@/tests/unit/programs/shipped";

const now = new Date("2026-11-22T10:00:00Z");
/** 45 in three years, due the day after. */
const terms = ruleTermsSchema.parse(SHIPPED[0]?.versions[0]?.terms);

let code: string;

beforeEach(async () => {
  await shippedPrograms();
  code = `P-${randomUUID().slice(0, 8)}`;
  const names = [{ code, name: "A program", fromOn: "2000-01-01" }];
  await ensureProgram(MACHINE, { code, names }, now);
  await saveRuleVersion(MACHINE, { programCode: code, fromOn: "2000-01-01", terms }, now);
});

async function aMember(credits: number, cycle: Parameters<typeof aCertification>[1][number]) {
  const { memberId } = await aCertification(code, [cycle]);
  await anEntry({ id: memberId }, { earnedOn: "2025-03-03", credits });
  return memberId;
}

const draft = (told: Partial<RuleDraft> = {}): RuleDraft => ({
  ...draftOf(code, "2027-01-01", terms),
  ...told,
});

const preview = (told: Partial<RuleDraft> = {}, actor: Actor = MACHINE) =>
  startPreview(actor, draft(told), now);

const workOn = (previewId: string, reached: string | null = null) =>
  continuePreview({ previewId, reached }, false, now);

async function found(previewId: string) {
  const preview = await findPreview(previewId);
  if (!preview) throw new Error("There is no preview.");
  return preview;
}

const jobsOf = (previewId: string) =>
  db.$queryRaw<{ reached: string }[]>`
    SELECT data->>'reached' AS reached FROM pgboss.job
     WHERE name = 'preview-rules' AND data->>'previewId' = ${previewId}`;

test("a preview tells who gains, who falls short and by how much, and leaves the others alone", async () => {
  const [short, unsettled] = [
    await aMember(4000, years(2024, 2026)),
    await aMember(4700, years(2024, 2026)),
  ];
  await aMember(6000, years(2024, 2026));
  await aMember(4000, years(2021, 2023));
  await aMember(4000, { ...years(2024, 2026), renewedAt: now });
  const retired = await aMember(1000, years(2024, 2026));
  await db.member.update({ where: { id: retired }, data: { retiredAt: now } });
  const id = await preview({ required: "50" });
  expect(await found(id)).toMatchObject({ total: 5, seen: 0, finishedAt: null });
  await workOn(id);
  const { impact, seen, finishedAt } = await found(id);
  expect({ seen, finishedAt }).toEqual({ seen: 5, finishedAt: now });
  expect(impact).toMatchObject({
    judged: 3,
    renewed: 1,
    gains: { cycles: 0, credits: 0 },
    losses: { cycles: 2, credits: 800, unsettled: 1 },
  });
  expect(impact.mostLost.map(({ memberId, by }) => [memberId, by])).toEqual([
    [short, -500],
    [unsettled, -300],
  ]);
  const easier = await preview({ required: "40" });
  await workOn(easier);
  expect((await found(easier)).impact).toMatchObject({
    gains: { cycles: 1, credits: 500, settled: 1 },
    losses: { cycles: 0 },
  });
  expect(await db.ruleVersion.count({ where: { programCode: code } })).toBe(1);
});

test("credentials that a member renews together are judged together, and once invoiced stay so", async () => {
  const other = `Q-${randomUUID().slice(0, 8)}`;
  const names = [{ code: other, name: "Another program", fromOn: "2000-01-01" }];
  await ensureProgram(MACHINE, { code: other, names }, now);
  const harder = { ...terms, required: 6000 };
  await saveRuleVersion(MACHINE, { programCode: other, fromOn: "2000-01-01", terms: harder }, now);
  const both = await aMember(4000, years(2024, 2026));
  await aCertification(other, [years(2024, 2026)], both);
  const apart = await aMember(4000, years(2024, 2026));
  await aCertification(other, [years(2025, 2027)], apart);
  const id = await preview({ required: "65" });
  await workOn(id);
  const { impact } = await found(id);
  expect(impact).toMatchObject({ judged: 2, losses: { cycles: 2, credits: 2500 } });
  expect(impact.mostLost).toMatchObject([
    { memberId: apart, by: -2000, before: { required: 4500 } },
    { memberId: both, by: -500, before: { required: 6000 }, beside: [other] },
  ]);
  const less = await preview({ required: "50" });
  await workOn(less);
  expect((await found(less)).impact).toMatchObject({ judged: 2, losses: { cycles: 1 } });
  const renewal = await db.renewal.create({
    data: {
      memberId: both,
      dueOn: new Date("2027-01-01"),
      windowFrom: new Date("2024-01-01"),
      windowTo: new Date("2026-12-31"),
      lateFeeFrom: new Date("2027-01-01"),
      createdAt: now,
    },
  });
  await db.cycle.updateMany({
    where: { certification: { memberId: both } },
    data: { renewalId: renewal.id },
  });
  const moved = await preview({ required: "65", due: "first day", fromOn: "2024-01-01" });
  await workOn(moved);
  const { impact: invoiced } = await found(moved);
  expect(invoiced).toMatchObject({ invoiced: 1 });
  expect(invoiced.mostLost.find(({ memberId }) => memberId === both)).toMatchObject({
    beside: [other],
  });
});

test("an invoice binds, and where credits are waived nobody falls short", async () => {
  const { id, member } = await aRenewal("CAM");
  const [version] = await db.ruleVersion.findMany({
    where: { programCode: "CAM" },
    orderBy: { fromOn: "desc" },
    take: 1,
  });
  const harder = {
    ...draftOf("CAM", "2027-01-01", ruleTermsSchema.parse(version?.terms)),
    required: "20",
  };
  const impactOn = async () => {
    const previewId = await startPreview(MACHINE, harder, now);
    await workOn(previewId);
    const { impact } = await found(previewId);
    return impact;
  };
  const isLost = ({ mostLost }: Impact) => mostLost.some(({ memberId }) => memberId === member.id);
  const bound = await impactOn();
  expect(isLost(bound)).toBe(false);
  await db.invoice.updateMany({ where: { renewalId: id }, data: { voidedAt: now } });
  const unbound = await impactOn();
  expect(isLost(unbound)).toBe(true);
  const told = { part: "credits", kind: "emeritus", reason: "Emeritus.", grantedAt: now } as const;
  await db.waiver.create({ data: { renewalId: id, ...told } });
  const waived = await impactOn();
  expect(isLost(waived)).toBe(false);
  expect(waived.waived - unbound.waived).toBe(1);
});

test("a job that runs twice, at once or late, counts its batch once", async () => {
  await aMember(4000, years(2024, 2026));
  const id = await preview({ required: "50" });
  await Promise.all([workOn(id), workOn(id)]);
  await workOn(id);
  await workOn(id, randomUUID());
  expect(await found(id)).toMatchObject({ seen: 1, impact: { losses: { cycles: 1 } } });
  expect(await jobsOf(id)).toEqual([{ reached: "" }]);
});

test("a preview goes on where its last batch ended", async () => {
  await aMember(4000, years(2024, 2026));
  const first = await db.certification.findFirstOrThrow({ where: { programCode: code } });
  await aMember(4200, years(2024, 2026));
  const id = await preview({ required: "50" });
  await db.rulePreview.update({ where: { id }, data: { reached: first.id, seen: 1 } });
  await workOn(id);
  expect(await found(id)).toMatchObject({ seen: 1, finishedAt: null });
  await workOn(id, first.id);
  expect(await found(id)).toMatchObject({ seen: 2, impact: { judged: 1 } });
});

test("what was previewed is saved once, exactly, and audited", async () => {
  const id = await preview({ required: "50" });
  await expect(savePreviewed(MACHINE, id, now)).rejects.toThrow("not finished");
  await workOn(id);
  const saves = await Promise.allSettled([1, 2, 3].map(() => savePreviewed(MACHINE, id, now)));
  expect(saves.map(({ status }) => status).toSorted()).toEqual([
    "fulfilled",
    "rejected",
    "rejected",
  ]);
  await expect(savePreviewed(MACHINE, id, now)).rejects.toThrow("saved already");
  const saved = await db.ruleVersion.findMany({
    where: { programCode: code },
    orderBy: { fromOn: "desc" },
  });
  expect(saved).toHaveLength(2);
  expect(saved[0]?.terms).toEqual({ ...terms, required: 5000 });
  const told = { subject: "program", subjectId: code, act: "saved a rule version" };
  expect(await db.auditEntry.count({ where: told })).toBe(2);
});

test("of two previews the second is refused once the first is saved", async () => {
  const previews = [await preview({ required: "50" }), await preview({ required: "55" })];
  await Promise.all(previews.map((id) => workOn(id)));
  const saves = await Promise.allSettled(previews.map((id) => savePreviewed(MACHINE, id, now)));
  expect(saves.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const refused = saves.find((each) => each.status === "rejected");
  expect(String(refused?.reason)).toContain("Preview the version again.");
  expect(await db.ruleVersion.count({ where: { programCode: code } })).toBe(2);
  expect(await db.rulePreview.count({ where: { programCode: code, savedAt: null } })).toBe(1);
});

test("maximums that overlap are refused beside the maximums, and no preview begins", async () => {
  const overlapping = {
    capName: ["", ""],
    capCredits: ["5", "5"],
    capPer: ["calendar year", "cycle"],
    capFrom: ["", ""],
    capTo: ["", ""],
    capFormats: ["0:Teaching", "0:Other", "1:Teaching"],
  };
  await expect(preview(overlapping)).rejects.toMatchObject({ kind: "invalid", field: "caps" });
  const wrong = { required: "3", inNetwork: "5" };
  await expect(preview(wrong)).rejects.toMatchObject({ field: "inNetwork" });
  expect(await db.rulePreview.count({ where: { programCode: code } })).toBe(0);
});

test("only administrators preview and save", async () => {
  const id = await preview();
  await workOn(id);
  for (const actor of [...(await othersThanStaff()), await aStaffMember()]) {
    await expect(preview({}, actor)).rejects.toMatchObject({ kind: "not-found" });
    await expect(savePreviewed(actor, id, now)).rejects.toMatchObject({ kind: "not-found" });
  }
  const administrator: Actor = {
    ...actorOf(await anAccount({ password: null })),
    roles: ["administrator"],
  };
  await expect(savePreviewed(administrator, randomUUID(), now)).rejects.toMatchObject({
    kind: "not-found",
  });
  expect(await savePreviewed(administrator, id, now)).toBe(code);
});

test("a preview goes after thirty days, and the version that was saved from it stays", async () => {
  const [old, young] = [await preview(), await preview()];
  await workOn(old);
  await savePreviewed(MACHINE, old, now);
  await sweepPreviews(addDays(now, 30));
  expect(await findPreview(old)).not.toBeNull();
  await sweepPreviews(new Date(addDays(now, 30).getTime() + 1));
  expect([await findPreview(old), await findPreview(young)]).toEqual([null, null]);
  const fromOn = new Date("2027-01-01");
  expect(await db.ruleVersion.count({ where: { programCode: code, fromOn } })).toBe(1);
});

test("what fails for good is told as failed", async () => {
  const id = await preview();
  await db.$executeRaw`UPDATE rule_versions SET terms = '{}' WHERE program_code = ${code}`;
  await expect(continuePreview({ previewId: id, reached: null }, true, now)).rejects.toThrow();
  expect(await found(id)).toMatchObject({ failedAt: now, finishedAt: null });
});
