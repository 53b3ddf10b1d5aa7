import { afterAll, beforeAll, expect, test } from "vitest";
import { printAfter } from "@/lib/page-after";
import { listMade } from "@/lib/payments/queries";
import { MADE_STATES, paymentListSchema } from "@/lib/payments/schema";
import { refundPayment, requestRefund } from "@/lib/refunds/commands";
import { aPaidPayment, PAID_AT } from "@/tests/support/a-payment";
import { openPaymentDoor } from "@/tests/support/payment-door";
import { anAdministrator } from "@/tests/support/staff";

let door: Awaited<ReturnType<typeof openPaymentDoor>>;
const ids: string[] = [];

/** Three that were paid at one instant: as they were, to be given back, and given back. */
beforeAll(async () => {
  door = await openPaymentDoor();
  const administrator = await anAdministrator();
  for (const steps of [0, 1, 2]) {
    const { payment } = await aPaidPayment();
    ids.push(payment.id);
    const asked = { paymentId: payment.id, reason: "Left the profession." };
    if (steps > 0) await requestRefund(administrator, asked, PAID_AT);
    if (steps > 1) await refundPayment(payment.id, false, PAID_AT);
  }
});

afterAll(() => door.close());

async function idsOf(typed: { state?: string; sort?: string; after?: string } = {}) {
  const { payments } = await listMade(paymentListSchema.parse(typed));
  return payments.map(({ id }) => id);
}

test.each([
  ["newest", [2, 1, 0]],
  ["oldest", [0, 1, 2]],
])("the %s payments come first, and pages go on after any of them", async (sort, order) => {
  const expected = order.map((nth) => ids[nth]);
  expect(await idsOf({ sort })).toEqual(expected);
  const { payments } = await listMade(paymentListSchema.parse({ sort }));
  for (const [nth, { id, paidAt }] of payments.entries()) {
    const after = printAfter({ at: paidAt ?? PAID_AT, id });
    expect(await idsOf({ sort, after })).toEqual(expected.slice(nth + 1));
  }
});

test("every payment is listed under the state that it stands in, and no other", async () => {
  const { payments } = await listMade(paymentListSchema.parse({}));
  expect(payments.map(({ state }) => state)).toEqual(["refunded", "refunding", "paid"]);
  for (const state of MADE_STATES) {
    const standing = payments.filter((payment) => payment.state === state);
    expect(await idsOf({ state })).toEqual(standing.map(({ id }) => id));
  }
});
