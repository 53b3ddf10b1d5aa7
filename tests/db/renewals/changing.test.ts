import { describe, expect, test } from "vitest";
import { findStandings } from "@/lib/allocations/queries";
import { db } from "@/lib/db";
import { joinLateCredentials, replaceInvoice } from "@/lib/invoice-changes/commands";
import { amountDueOn } from "@/lib/invoices/rules";
import type { Actor } from "@/lib/members/rules";
import { findAnyRenewal, findStanding } from "@/lib/renewals/queries";
import { grantWaiver } from "@/lib/waivers/commands";
import { aCertification } from "@/tests/support/a-certification";
import { invoiceOf } from "@/tests/support/a-payment";
import { aRenewal, INVOICED_AT, INVOICED_ON } from "@/tests/support/a-renewal";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { aStaffMember } from "@/tests/support/staff";

const now = INVOICED_AT;

async function anAdministrator(): Promise<Actor> {
  return { ...actorOf(await anAccount({ password: null })), roles: ["administrator"] };
}

const change = async (
  renewalId: string,
  told: Partial<Parameters<typeof replaceInvoice>[1]> = {},
) => ({
  renewalId,
  seen: (await invoiceOf(renewalId)).number,
  requiredCredits: 400,
  minimumCredits: 200,
  adjustment: -2500,
  lateFee: 0,
  reason: "joined in July",
  joining: [],
  ...told,
});

const waiver = (renewalId: string, part: "fee" | "credits") => {
  return { renewalId, part, kind: "deployment" as const, reason: "abroad until May" };
};

describe("an administrator replaces an invoice", () => {
  test("by one with the next number, its own figures and what the rules say beside them", async () => {
    const { id, member } = await aRenewal();
    const before = await findAnyRenewal(id);
    await replaceInvoice(await anAdministrator(), await change(id), now);
    const after = await findAnyRenewal(id);
    expect(after?.invoice).toMatchObject({
      requiredCredits: 400,
      ruledCredits: 800,
      minimumCredits: 200,
      ruledMinimum: 500,
      reason: "joined in July",
      lines: [{ text: "CAM 2027 renewal", cents: 12500 }, { cents: -2500 }],
    });
    expect(await findStanding(member.id, id)).toMatchObject({ required: 400, outstanding: 400 });
    if (!before || !after) throw new Error("no renewal");
    expect(after.invoice.number).toBeGreaterThan(before.invoice.number);
    expect(amountDueOn({ ...after.invoice, ...after }, "2027-05-01").total).toBe(10000);
    const old = await db.invoice.findUniqueOrThrow({ where: { id: before.invoice.id } });
    expect(old.voidedAt).toEqual(now);
  });

  test("whose figures bind on the dashboard, too, where it is for one credential alone", async () => {
    const [alone, together] = [await aRenewal(), await aRenewal("CAM", "CALP")];
    for (const { id } of [alone, together]) {
      await replaceInvoice(await anAdministrator(), await change(id), now);
    }
    const figures = async (memberId: string) => {
      const { standings } = await findStandings(memberId, "all", INVOICED_ON);
      return standings.map(({ required, minimums }) => [required, minimums[0]?.credits]);
    };
    expect(await figures(alone.member.id)).toEqual([[400, 200]]);
    expect(await figures(together.member.id)).toEqual([
      [500, 300],
      [800, 500],
    ]);
  });

  test("not below nothing, nor with a minimum above what is required", async () => {
    const { id } = await aRenewal();
    const administrator = await anAdministrator();
    await expect(
      replaceInvoice(administrator, await change(id, { adjustment: -12501 }), now),
    ).rejects.toMatchObject({ field: "adjustment" });
    await expect(
      replaceInvoice(administrator, await change(id, { minimumCredits: 401 }), now),
    ).rejects.toMatchObject({ field: "minimumCredits" });
  });

  test("once, though two send the same form at once: the other is told which one stands", async () => {
    const { id, member } = await aRenewal();
    const administrator = await anAdministrator();
    const input = await change(id);
    const told = await db.message.count({ where: { memberId: member.id } });
    const settled = await Promise.allSettled(
      [1, 2].map(() => replaceInvoice(administrator, input, now)),
    );
    const refused = settled.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    const stands = `Invoice ${(await invoiceOf(id)).number} took the place of the one you saw.`;
    expect(refused).toMatchObject([{ kind: "conflict", message: expect.stringContaining(stands) }]);
    expect(await db.invoice.count({ where: { renewalId: id } })).toBe(2);
    expect(await db.message.count({ where: { memberId: member.id } })).toBe(told + 1);
  });

  test("never one that they did not see: what the worker put in its place binds", async () => {
    const { id, member } = await aRenewal("CALP");
    const input = await change(id);
    await aCertification("CAM", [{ startsOn: "2027-01-01", endsOn: "2027-12-31" }], member.id);
    expect(await joinLateCredentials(INVOICED_ON, now)).toBe(1);
    const administrator = await anAdministrator();
    await expect(replaceInvoice(administrator, input, now)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining(`Invoice ${(await invoiceOf(id)).number} took the place`),
    });
    expect(await findAnyRenewal(id)).toMatchObject({
      invoice: { requiredCredits: 800, reason: null },
      cycles: [{}, {}],
    });
  });
});

describe("a waiver", () => {
  test("of the fee leaves nothing to pay, of the credits nothing outstanding", async () => {
    const { id, member } = await aRenewal();
    const administrator = await anAdministrator();
    await grantWaiver(administrator, waiver(id, "fee"), now);
    expect(await findAnyRenewal(id)).toMatchObject({ isPaid: true, isFeeWaived: true });
    await grantWaiver(administrator, waiver(id, "credits"), now);
    expect(await findStanding(member.id, id)).toMatchObject({ required: 800, outstanding: 0 });
  });

  test("is given once", async () => {
    const { id } = await aRenewal();
    const administrator = await anAdministrator();
    const tries = [1, 2, 3].map(() => grantWaiver(administrator, waiver(id, "fee"), now));
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.waiver.count({ where: { renewalId: id } })).toBe(1);
  });
});

test("staff without money, members and nobody may neither; nobody does it to their own", async () => {
  const { id, member } = await aRenewal();
  for (const actor of [await aStaffMember(), actorOf(member)]) {
    await expect(replaceInvoice(actor, await change(id), now)).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(grantWaiver(actor, waiver(id, "fee"), now)).rejects.toMatchObject({
      kind: "not-found",
    });
  }
  const own: Actor = { ...actorOf(member), roles: ["administrator"] };
  await expect(grantWaiver(own, waiver(id, "fee"), now)).rejects.toMatchObject({ kind: "invalid" });
  await expect(replaceInvoice(own, await change(id), now)).rejects.toMatchObject({
    kind: "invalid",
  });
});

describe("a credential that comes after the invoice", () => {
  test("gets onto a new one with all lines, as long as it is not paid", async () => {
    const { id, member } = await aRenewal("CALP");
    await aCertification("CAM", [{ startsOn: "2027-01-01", endsOn: "2027-12-31" }], member.id);
    const joined = await Promise.all([1, 2].map(() => joinLateCredentials(INVOICED_ON, now)));
    expect(joined.toSorted()).toEqual([0, 1]);
    const renewal = await findAnyRenewal(id);
    expect(renewal?.invoice).toMatchObject({
      requiredCredits: 800,
      reason: null,
      lines: [{ text: "CALP 2027 renewal" }, { text: "CAM 2027 renewal" }],
    });
  });

  test("waits for staff where it is waived or paid", async () => {
    const { id, member } = await aRenewal("CALP");
    await grantWaiver(await anAdministrator(), waiver(id, "fee"), now);
    await aCertification("CAM", [{ startsOn: "2027-01-01", endsOn: "2027-12-31" }], member.id);
    expect(await joinLateCredentials(INVOICED_ON, now)).toBe(0);
    expect((await findAnyRenewal(id))?.cycles).toHaveLength(1);
  });
});
