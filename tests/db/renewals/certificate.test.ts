import { expect, test } from "vitest";
import { findCertificate } from "@/lib/certificates/queries";
import { undoRenewal } from "@/lib/renewals/commands";
import { findVerification } from "@/lib/verification/queries";
import { INVOICED_AT, underLock } from "@/tests/support/a-renewal";
import { aRenewed, certificateOf, settle } from "@/tests/support/a-renewed";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { aStaffMember } from "@/tests/support/staff";

const now = INVOICED_AT;

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
