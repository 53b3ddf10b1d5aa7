import { expect, test } from "vitest";
import { listMemberRenewals } from "@/lib/member-renewals/queries";
import { credentialsOf, feeWords } from "@/lib/renewals/wording";
import { aCreditAudit, aRenewedRenewal } from "@/tests/support/a-credit-audit";
import { aPaidPayment } from "@/tests/support/a-payment";
import { aRenewal, INVOICED_ON } from "@/tests/support/a-renewal";
import { anAccount } from "@/tests/support/accounts";

test("a member's renewals say how each stands, the latest due first, with their audits", async () => {
  const audited = await aCreditAudit();
  const { id: memberId } = audited.member;
  const other = await aRenewedRenewal({ member: audited.member, program: "ACSM-EP" });
  const { renewals, hasMore } = await listMemberRenewals(memberId, INVOICED_ON);
  expect(hasMore).toBe(false);
  expect(renewals).toMatchObject([
    { id: other.id, dueOn: other.dueOn, state: "renewed", audit: null },
    {
      id: audited.renewalId,
      dueOn: audited.dueOn,
      state: "renewed",
      audit: { id: audited.auditId, state: "open" },
    },
  ]);
  const newest = await listMemberRenewals(memberId, INVOICED_ON, 1);
  expect(newest.hasMore).toBe(true);
  expect(newest.renewals.map(({ id }) => id)).toEqual([other.id]);
});

test("each says how its fee stands, and a member without renewals has none", async () => {
  const renewal = await aRenewal("CALP");
  const stranger = await anAccount({ password: null });
  const fee = async () => {
    const { renewals } = await listMemberRenewals(renewal.member.id, INVOICED_ON);
    return renewals.map((each) => `${credentialsOf(each.cycles)}: ${feeWords(each, INVOICED_ON)}`);
  };
  expect(await fee()).toEqual([expect.stringMatching(/^CALP: .*125\.00 due$/)]);
  await aPaidPayment({ renewal });
  expect(await fee()).toEqual(["CALP: Paid"]);
  expect(await listMemberRenewals(stranger.id, INVOICED_ON)).toEqual({
    renewals: [],
    hasMore: false,
  });
});
