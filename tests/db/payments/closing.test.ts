import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { replaceInvoice } from "@/lib/invoice-changes/commands";
import { closePages } from "@/lib/payments/closing";
import { grantWaiver } from "@/lib/waivers/commands";
import {
  aPayment,
  invoiceOf,
  newsOf,
  OPENED_AT,
  PAID_AT,
  receive,
  stateNow,
} from "@/tests/support/a-payment";
import { openPaymentDoor } from "@/tests/support/payment-door";
import { anAdministrator } from "@/tests/support/staff";

let door: Awaited<ReturnType<typeof openPaymentDoor>>;

beforeAll(async () => {
  door = await openPaymentDoor();
});

afterAll(() => door.close());

const jobsFor = (renewalId: string) => db.$queryRaw<unknown[]>`
  SELECT id FROM pgboss.job WHERE name = 'close-payment-pages' AND data->>'renewalId' = ${renewalId}`;

test("an open page is closed once its invoice is replaced", async () => {
  const { payment, renewal } = await aPayment();
  const figures = { adjustment: -2500, requiredCredits: 800, minimumCredits: 500, lateFee: 5000 };
  const seen = (await invoiceOf(renewal.id)).number;
  const input = { renewalId: renewal.id, seen, reason: "A scholarship.", joining: [], ...figures };
  await replaceInvoice(await anAdministrator(), input, OPENED_AT);
  expect(await jobsFor(renewal.id)).toHaveLength(1);
  await closePages(renewal.id, OPENED_AT);
  expect(await stateNow(payment)).toBe("expired");
});

test("an open page is closed once the fee is waived", async () => {
  const { payment, renewal } = await aPayment();
  const waiver = { part: "fee", kind: "deployment", reason: "Deployed." } as const;
  await grantWaiver(await anAdministrator(), { renewalId: renewal.id, ...waiver }, OPENED_AT);
  expect(await jobsFor(renewal.id)).toHaveLength(1);
  await closePages(renewal.id, OPENED_AT);
  expect(await stateNow(payment)).toBe("expired");
});

test("a second page is closed once the first is paid, and one that is owed stays open", async () => {
  const { payment: first, renewal } = await aPayment();
  const { payment: second } = await aPayment({
    renewal,
    now: new Date(OPENED_AT.getTime() + 29 * 60_000),
  });
  await closePages(renewal.id, PAID_AT);
  expect(await stateNow(second)).toBe("open");
  await receive(newsOf(first, "paid"));
  expect(await jobsFor(renewal.id)).toHaveLength(1);
  await closePages(renewal.id, PAID_AT);
  expect([await stateNow(first), await stateNow(second)]).toEqual(["paid", "expired"]);
});
