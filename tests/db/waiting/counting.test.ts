import { addMinutes } from "date-fns";
import { expect, test } from "vitest";
import { listNeedingStaff } from "@/lib/payments/queries";
import { requestRefund } from "@/lib/refunds/commands";
import { countWaiting } from "@/lib/waiting/queries";
import {
  aPaidPayment,
  newsOf,
  PAID_AT,
  receive,
  stateNow,
  type TestPayment,
} from "@/tests/support/a-payment";
import { anAdministrator } from "@/tests/support/staff";

/** What the payments page lists at a time, which is also what the navigation counts. */
async function listedAt(now: Date, payment: TestPayment) {
  const { payments, news } = await listNeedingStaff(now);
  expect((await countWaiting(now)).payments).toBe(payments.length + news.length);
  return payments.some(({ id }) => id === payment.id);
}

test("a refund that failed in the second in which it was made counts as it is listed", async () => {
  const { payment } = await aPaidPayment();
  const at = { happenedAt: addMinutes(PAID_AT, 5) };
  await receive(newsOf(payment, "refunded", at));
  expect(await listedAt(PAID_AT, payment)).toBe(false);
  await receive(newsOf(payment, "refund failed", at));
  expect(await stateNow(payment)).toBe("refund failed");
  expect(await listedAt(PAID_AT, payment)).toBe(true);
});

test("a refund that nobody answers waits a day from when it was asked for, whatever the clock says", async () => {
  const { payment } = await aPaidPayment();
  const asked = { paymentId: payment.id, reason: "Paid twice." };
  await requestRefund(await anAdministrator(), asked, PAID_AT);
  expect(await listedAt(addMinutes(PAID_AT, 24 * 60), payment)).toBe(false);
  expect(await listedAt(addMinutes(PAID_AT, 24 * 60 + 1), payment)).toBe(true);
});
