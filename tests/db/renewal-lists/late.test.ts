import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { replaceInvoice } from "@/lib/invoice-changes/commands";
import { listLateOf, listWaitingForStaff } from "@/lib/late-credentials/queries";
import { waitsForStaff } from "@/lib/late-credentials/rules";
import { listLateCredentials } from "@/lib/renewal-lists/queries";
import { findAnyRenewal } from "@/lib/renewals/queries";
import { grantWaiver } from "@/lib/waivers/commands";
import { aCertification } from "@/tests/support/a-certification";
import { aPaidPayment, invoiceOf } from "@/tests/support/a-payment";
import { aRenewal, breakRenewal, INVOICED_AT, INVOICED_ON } from "@/tests/support/a-renewal";
import { anAdministrator } from "@/tests/support/staff";

type Renewing = Awaited<ReturnType<typeof aRenewal>>;

const now = INVOICED_AT;
const reason = "since 2026";

const WAYS: [string, boolean, (renewal: Renewing) => Promise<unknown>][] = [
  ["open", false, async () => null],
  ["paid", true, (renewal) => aPaidPayment({ renewal })],
  [
    "waived",
    true,
    async ({ id: renewalId }) =>
      grantWaiver(await anAdministrator(), { renewalId, part: "fee", kind: "other", reason }, now),
  ],
  [
    "relieved of credits",
    false,
    async ({ id: renewalId }) =>
      grantWaiver(
        await anAdministrator(),
        { renewalId, part: "credits", kind: "other", reason },
        now,
      ),
  ],
  [
    "changed",
    true,
    async ({ id: renewalId }) => {
      const figures = { requiredCredits: 400, minimumCredits: 0, adjustment: 0, lateFee: 0 };
      const { number: seen } = await invoiceOf(renewalId);
      return replaceInvoice(
        await anAdministrator(),
        { renewalId, seen, joining: [], ...figures, reason },
        now,
      );
    },
  ],
  [
    "free",
    true,
    async ({ id }) => {
      const { id: invoiceId } = await invoiceOf(id);
      const line = { position: 9, kind: "adjustment", text: "Free", cents: -12500 } as const;
      return db.invoiceLine.create({ data: { invoiceId, ...line } });
    },
  ],
  ["renewed", true, ({ id }) => db.renewal.update({ where: { id }, data: { renewedAt: now } })],
];

test.each(WAYS)(
  "a credential that comes late to a renewal that is %s: staff see it, %s",
  async (_, isSeen, act) => {
    const renewal = await aRenewal("CALP");
    await act(renewal);
    await aCertification(
      "CAM",
      [{ startsOn: "2027-01-01", endsOn: "2027-12-31" }],
      renewal.member.id,
    );
    const found = await findAnyRenewal(renewal.id);
    expect(found && waitsForStaff(found)).toBe(isSeen);
    expect((await listWaitingForStaff([renewal.id])).has(renewal.id)).toBe(isSeen);
    const { shown } = await listLateCredentials(INVOICED_ON);
    const own = shown.filter(({ renewalId }) => renewalId === renewal.id);
    expect(own).toMatchObject(
      isSeen
        ? [{ code: "CAM", member: `${found?.member.firstName} ${found?.member.lastName}` }]
        : [],
    );
  },
);

test("the list asks nothing of renewals that the worker sees to, though nobody can judge one", async () => {
  const broken = await aRenewal("CALP");
  await aCertification("CAM", [{ startsOn: "2027-01-01", endsOn: "2027-12-31" }], broken.member.id);
  await breakRenewal(broken);
  const { shown } = await listLateCredentials(INVOICED_ON);
  expect(shown.filter(({ renewalId }) => renewalId === broken.id)).toEqual([]);
  await db.member.update({ where: { id: broken.member.id }, data: { retiredAt: now } });
});

test("what came late is asked of the transaction that looks, by its settings", async () => {
  const { id, member } = await aRenewal("CALP");
  await aCertification("CAM", [{ startsOn: "2027-01-01", endsOn: "2027-12-31" }], member.id);
  const about = { id, memberId: member.id };
  const undone = new Error("Nothing of this stays.");
  const looking = db.$transaction(async (tx) => {
    expect(await listLateOf(about, INVOICED_ON, tx)).toHaveLength(1);
    await tx.setting.update({ where: { id: 1 }, data: { invoiceDaysBefore: 1 } });
    expect(await listLateOf(about, INVOICED_ON, tx)).toEqual([]);
    throw undone;
  });
  await expect(looking).rejects.toBe(undone);
});
