import { beforeAll, expect, test } from "vitest";
import { dateOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import type { MemberActor } from "@/lib/members/rules";
import { aLockedClaim } from "@/tests/support/a-correction";
import { aCreditAudit, DRAWN_AT } from "@/tests/support/a-credit-audit";
import { aRenewal, INVOICED_AT } from "@/tests/support/a-renewal";
import { aManager, anOffice, aSentForm, aSubmission } from "@/tests/support/a-reporting-form";
import { NOW } from "@/tests/support/a-row";
import { anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { aStaffMember } from "@/tests/support/staff";

const reason = "It is mine.";
let office: Awaited<ReturnType<typeof anOffice>>;
let staff: MemberActor;

beforeAll(async () => {
  [office, staff] = [await anOffice(), await aStaffMember()];
});

type Decided = { owner: string; decide: (byId: string) => Promise<unknown> };

const cases: [string, () => Promise<Decided>][] = [
  [
    "the correction of a claim",
    async () => {
      const { id: registrationId, member, days } = await aLockedClaim([650]);
      const amounts = { number: 1, oldCredits: 650, newCredits: 600, reason, correctedAt: NOW };
      const data = { registrationId, eventDayId: days[0] ?? "", ...amounts };
      return {
        owner: member.id,
        decide: (correctedById) => db.correction.create({ data: { ...data, correctedById } }),
      };
    },
  ],
  [
    "the correction of credit",
    async () => {
      const { id: owner } = await anAccount({ password: null });
      const { id: entryId } = await anEntry({ id: owner });
      const data = { entryId, reason, correctedAt: NOW };
      return {
        owner,
        decide: (correctedById) => db.entryCorrection.create({ data: { ...data, correctedById } }),
      };
    },
  ],
  [
    "the signature of a form",
    async () => {
      const { member, actor } = await aManager(office.office);
      const { id: formId, version: formVersion } = await aSentForm(actor);
      const said = { name: "Olive Officer", attestation: "I attest.", signedAt: NOW };
      const data = { formId, formVersion, contentHash: "0".repeat(64), ...said };
      return {
        owner: member.id,
        decide: (officerId) =>
          db.formSignature.create({ data: { ...data, officeId: office.office.id, officerId } }),
      };
    },
  ],
  [
    "a form in a submission",
    async () => {
      const { manager, seen } = await aSubmission(office, [8], { at: INVOICED_AT });
      const { id: lineId } = await db.batchLine.findFirstOrThrow({ where: { batchId: seen.id } });
      const verdict = { verdict: "reject", note: reason, decidedAt: NOW } as const;
      const data = { lineId, version: seen.version, ...verdict };
      return {
        owner: manager.member.id,
        decide: (decidedById) => db.lineDecision.create({ data: { ...data, decidedById } }),
      };
    },
  ],
  [
    "a waiver",
    async () => {
      const { id: renewalId, member } = await aRenewal("CAM");
      const data = { renewalId, part: "fee", kind: "other", reason, grantedAt: NOW } as const;
      return {
        owner: member.id,
        decide: (grantedById) => db.waiver.create({ data: { ...data, grantedById } }),
      };
    },
  ],
  [
    "an audit",
    async () => {
      const { auditId, dueOn, member } = await aCreditAudit();
      const step = { number: 9, kind: "passed", text: reason, takenAt: DRAWN_AT } as const;
      const data = { auditId, ...step, dueOn: dateOf(dueOn) };
      return {
        owner: member.id,
        decide: (takenById) => db.creditAuditStep.create({ data: { ...data, takenById } }),
      };
    },
  ],
];

test.each(cases)("the database takes %s from others, never from its member", async (_, begin) => {
  const { owner, decide } = await begin();
  await expect(decide(owner)).rejects.toThrow("nobody decides about their own record");
  await decide(staff.memberId);
});
