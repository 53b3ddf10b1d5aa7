import { expect, test } from "vitest";
import { findCertificate } from "@/lib/certificates/queries";
import { db } from "@/lib/db";
import { settleRenewal, undoRenewal } from "@/lib/renewals/commands";
import { findRenewal } from "@/lib/renewals/queries";
import { findVerification } from "@/lib/verification/queries";
import { aRenewal, INVOICED_AT, underLock } from "@/tests/support/a-renewal";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { aStaffMember } from "@/tests/support/staff";

const now = INVOICED_AT;

async function aRenewed(...codes: string[]) {
  const renewal = await aRenewal(...codes);
  const { id } = renewal;
  await db.renewal.update({ where: { id }, data: { contactConfirmedAt: now } });
  for (const part of ["fee", "credits"] as const) {
    const waiver = { part, kind: "deployment" as const, reason: "abroad", grantedAt: now };
    await db.waiver.create({ data: { ...waiver, renewalId: id } });
  }
  await settle(id);
  return renewal;
}

const settle = (id: string) => underLock(id, (tx) => settleRenewal(tx, id, now));

async function certificateOf({ id, member }: Awaited<ReturnType<typeof aRenewal>>) {
  return (await findRenewal(member.id, id))?.certificate ?? { number: "", version: 0 };
}

test("a renewal's certificate names the credentials and what they are renewed for, for its owner and staff", async () => {
  const renewal = await aRenewed("CAM", "CALP");
  const { number } = await certificateOf(renewal);
  const owner = await findCertificate(actorOf(renewal.member), number, null);
  expect(owner?.facts).toMatchObject({
    kind: "renewal",
    name: "Ada Example",
    title: "Certified Apartment Leasing Professional (CALP) and Certified Apartment Manager (CAM)",
    dates: { first: "2027-01-01", last: "2027-12-31" },
    version: 1,
    issuedOn: "2026-11-02",
  });
  expect(await findCertificate(await aStaffMember(), number, null)).not.toBeNull();
  const other = actorOf(await anAccount({ password: null }));
  expect(await findCertificate(other, number, null)).toBeNull();
});

test("it is revoked by a refund, and renewed again it has its next version", async () => {
  const renewal = await aRenewed();
  const { number } = await certificateOf(renewal);
  expect(await findVerification(number, null)).toMatchObject({ answer: { is: "genuine" } });
  await underLock(renewal.id, (tx) =>
    undoRenewal(tx, renewal.id, "The payment was refunded.", now),
  );
  expect(await findVerification(number, null)).toMatchObject({ answer: { is: "revoked" } });
  await settle(renewal.id);
  expect(await certificateOf(renewal)).toEqual({ number, version: 2 });
  expect(await findVerification(number, null)).toMatchObject({ answer: { is: "genuine" } });
  expect(await findVerification(number, 1)).toMatchObject({ answer: { is: "revoked" } });
});
