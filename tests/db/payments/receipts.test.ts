import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { exportLines } from "@/lib/exports/queries";
import { listPayments } from "@/lib/payments/queries";
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

test("where another amount was paid than was asked, everything says the one that was paid", async () => {
  const { payment, renewal } = await aPayment();
  await receive(newsOf(payment, "paid", { cents: 10_000 }));
  const [held] = await listPayments(renewal.id);
  expect(held).toMatchObject({ state: "needs staff", cents: 12_500, received: { cents: 10_000 } });
  await receive(newsOf(payment, "refunded", { cents: 10_000 }));
  const receipt = await findReceipt(actorOf(renewal.member), payment.invoiceId, PAID_AT);
  expect(receipt).toMatchObject({
    lines: [
      { text: "CAM 2027 renewal", amount: "$125.00" },
      { text: "Paid less than asked", amount: "-$25.00" },
    ],
    ...{ total: "$100.00", refundedOn: "2026-11-03" },
  });
  const told = await db.message.findFirstOrThrow({
    where: { memberId: renewal.member.id, kind: "payment_refunded" },
  });
  expect(told.subject).toContain("$100.00");
  const { number } = await db.invoice.findUniqueOrThrow({ where: { id: payment.invoiceId } });
  const lines = [];
  const range = { from: "2026-11-01", to: "2026-11-30" };
  for await (const line of exportLines("payments", range)) lines.push(line);
  const [header = [], ...rows] = lines;
  const row = rows.find(([invoice]) => invoice === String(number)) ?? [];
  const cell = (name: string) => row[header.indexOf(name)];
  expect([cell("fees"), cell("paid"), cell("currency")]).toEqual(["125.00", "100.00", "usd"]);
});
