import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findReceipt } from "@/lib/receipts/queries";
import { aPaidPayment, aPayment, newsOf, PAID_AT, receive } from "@/tests/support/a-payment";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { aStaffMember } from "@/tests/support/staff";

test("a paid invoice has a receipt for its member and for staff, and for nobody else", async () => {
  const { payment, renewal } = await aPaidPayment({ now: new Date("2027-04-02T12:00:00Z") });
  const { invoiceId } = payment;
  const own = await findReceipt(actorOf(renewal.member), invoiceId, PAID_AT);
  expect(own).toMatchObject({
    name: "Ada Example",
    lines: [
      { text: "CAM 2027 renewal", amount: "$125.00" },
      { text: "Late fee", amount: "$50.00" },
    ],
    ...{ total: "$175.00", paidOn: "2026-11-03", refundedOn: null },
    paidBy: "Test payment: no money moved",
  });
  expect(await findReceipt(await aStaffMember(), invoiceId, PAID_AT)).toEqual(own);
  const stranger = actorOf(await anAccount({ password: null }));
  expect(await findReceipt(stranger, invoiceId, PAID_AT)).toBeNull();
  for (const id of ["x", randomUUID()]) {
    expect(await findReceipt(actorOf(renewal.member), id, PAID_AT)).toBeNull();
  }
});

test("an unpaid invoice has none, a refunded one says when it was given back", async () => {
  const { payment, renewal } = await aPayment();
  const actor = actorOf(renewal.member);
  expect(await findReceipt(actor, payment.invoiceId, PAID_AT)).toBeNull();
  await receive(newsOf(payment, "paid"));
  await receive(newsOf(payment, "refunded"));
  expect(await findReceipt(actor, payment.invoiceId, PAID_AT)).toMatchObject({
    ...{ total: "$125.00", refundedOn: "2026-11-03" },
  });
});
