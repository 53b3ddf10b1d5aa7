import { v7 as newId } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { exportLines } from "@/lib/exports/queries";
import { invoiceOf } from "@/tests/support/a-payment";
import { aRenewal } from "@/tests/support/a-renewal";

/** More than three batches of rows. */
const INVOICES = 6100;
/** Two payments each were made for: a batch ends between the first two. */
const PAID_TWICE = [1999, 6050];
const ISSUED_AT = new Date("2024-05-05T06:00:00Z");
const ALL = { from: "2024-05-05", to: "2024-05-05" };

async function linesOf() {
  const lines: string[][] = [];
  for await (const line of exportLines("payments", ALL)) lines.push(line);
  const [head = [], ...rows] = lines;
  return rows.map((row) => [row[head.indexOf("invoice")], row[head.indexOf("payment")]].join(" "));
}

test("more invoices than a batch are all there once, with each of their payments", async () => {
  const { id: renewalId } = await aRenewal();
  const { id: _id, ...invoice } = await invoiceOf(renewalId);
  const invoices = Array.from({ length: INVOICES }, (_, n) => ({
    ...invoice,
    ...{ id: newId({ msecs: ISSUED_AT.getTime() + n }), number: 100_000 + n },
    ...{ issuedAt: ISSUED_AT, voidedAt: ISSUED_AT },
  }));
  await db.invoice.createMany({ data: invoices });
  const payments = invoices.flatMap(({ id: invoiceId, number }, n) =>
    !PAID_TWICE.includes(n)
      ? []
      : ["first", "second"].map((name, nth) => ({
          ...{ id: newId({ msecs: ISSUED_AT.getTime() + n, seq: nth }), invoiceId },
          ...{ gateway: "test" as const, cents: 12500, lateFee: 0, currency: "usd" },
          ...{ openedAt: ISSUED_AT, expiresAt: new Date("2024-05-06"), paidAt: ISSUED_AT },
          ...{ paymentRef: `${number}-${name}`, standing: false },
        })),
  );
  await db.payment.createMany({ data: payments });
  const expected = invoices.flatMap(({ id, number }) => {
    const paid = payments.filter(({ invoiceId }) => invoiceId === id);
    return paid.length === 0
      ? [`${number} `]
      : paid.map(({ paymentRef }) => `${number} ${paymentRef}`);
  });
  expect(await linesOf()).toEqual(expected);
});
