import { beforeAll, expect, test } from "vitest";
import { dateOf } from "@/lib/calendar";
import { correctDay } from "@/lib/corrections/commands";
import { db } from "@/lib/db";
import type { MemberActor } from "@/lib/members/rules";
import { aClaim } from "@/tests/support/a-claim";
import { aCreditAudit, DRAWN_AT } from "@/tests/support/a-credit-audit";
import { merge, previewOf } from "@/tests/support/a-merge";
import { aRenewal, INVOICED_AT } from "@/tests/support/a-renewal";
import { anOffice, aSubmission } from "@/tests/support/a-reporting-form";
import { NOW } from "@/tests/support/a-row";
import { anAdministrator, aStaffMember } from "@/tests/support/staff";

const reason = "Asked.";
let office: Awaited<ReturnType<typeof anOffice>>;
let staff: MemberActor;

beforeAll(async () => {
  [office, staff] = [await anOffice(), await aStaffMember()];
});

const waive = (renewalId: string, { memberId: grantedById }: MemberActor) =>
  db.waiver.create({
    data: { renewalId, part: "fee", kind: "other", reason, grantedById, grantedAt: NOW },
  });

/** Somebody about whom `decider` decided. */
type Case = [string, (decider: MemberActor) => Promise<{ id: string }>];

const cases: Case[] = [
  [
    "an audit",
    async ({ memberId: takenById }) => {
      const { auditId, dueOn, member } = await aCreditAudit();
      const step = { number: 9, kind: "returned", text: "What is it?", takenById } as const;
      await db.creditAuditStep.create({
        data: { auditId, ...step, dueOn: dateOf(dueOn), takenAt: DRAWN_AT },
      });
      return member;
    },
  ],
  [
    "a form in a submission",
    async ({ memberId: decidedById }) => {
      const { manager, seen } = await aSubmission(office, [8], { at: INVOICED_AT });
      const { id: lineId } = await db.batchLine.findFirstOrThrow({ where: { batchId: seen.id } });
      const decision = { verdict: "reject", note: reason, decidedById, decidedAt: NOW } as const;
      await db.lineDecision.create({ data: { lineId, version: seen.version, ...decision } });
      return manager.member;
    },
  ],
  [
    "a waiver",
    async (decider) => {
      const { id, member } = await aRenewal("CAM");
      await waive(id, decider);
      return member;
    },
  ],
  [
    "the correction of a claim",
    async (decider) => {
      const { id: registrationId, member } = await aClaim({ credits: [650], submitted: true });
      await correctDay(decider, { registrationId, day: "2026-04-10", credits: 600, reason }, NOW);
      return member;
    },
  ],
];

test.each(cases)("%s is not made the own one of who decided about it", async (what, decide) => {
  const other = await decide(staff);
  const kept = { id: staff.memberId };
  expect((await previewOf(kept, other)).plan.refusals).toEqual([
    expect.stringContaining(`would become their own: ${what}. Keep the other record instead.`),
  ]);
  await expect(merge(await anAdministrator(), kept, other)).rejects.toThrow("their own");
  // The other way round nothing is in the way.
  expect((await previewOf(other, kept)).plan.refusals).toEqual([]);
});

test("an officer's signature is not made one of their own form", async () => {
  const { manager } = await aSubmission(office, [8], { at: INVOICED_AT });
  const { refusals } = (await previewOf({ id: office.officer.memberId }, manager.member)).plan;
  expect(refusals).toEqual([expect.stringContaining("the signature of a form")]);
});

test("what stays with the other record may have been decided by who is kept", async () => {
  const [kept, other] = [await aRenewal("CAM"), await aRenewal("CAM")];
  await waive(kept.id, staff);
  await waive(other.id, { ...staff, memberId: kept.member.id });
  await merge(await anAdministrator(), kept.member, other.member);
  expect(await db.renewal.count({ where: { memberId: other.member.id } })).toBe(1);
});
