import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { replaceInvoice } from "@/lib/invoice-changes/commands";
import { requestRefund } from "@/lib/refunds/commands";
import { listRenewalActs } from "@/lib/renewal-lists/acts";
import { grantWaiver } from "@/lib/waivers/commands";
import { aPaidPayment, invoiceOf, newsOf, PAID_AT, receive } from "@/tests/support/a-payment";
import { aRenewal, INVOICED_AT } from "@/tests/support/a-renewal";
import { anAdministrator } from "@/tests/support/staff";

const toldOf = async (renewalId: string) => {
  const acts = await listRenewalActs(renewalId);
  return acts.map(({ act, by, note }) => [act, by, note]);
};

test("a refund is told with how much and who asked for it, and why on the payment's page alone", async () => {
  const { renewal, payment } = await aPaidPayment();
  await requestRefund(
    await anAdministrator(),
    { paymentId: payment.id, reason: "Paid twice." },
    PAID_AT,
  );
  await receive(newsOf(payment, "refunded"));
  expect((await toldOf(renewal.id)).slice(0, 3)).toEqual([
    ["received payment news", "The payment provider", "$125.00 refunded"],
    ["requested a refund", expect.stringContaining("Ada"), "$125.00"],
    ["received payment news", "The payment provider", "$125.00 paid"],
  ]);
});

test("a replaced invoice is told with the numbers and why, a waiver with what is waived", async () => {
  const { id: renewalId } = await aRenewal();
  const { number } = await invoiceOf(renewalId);
  const figures = { requiredCredits: 400, minimumCredits: 200, adjustment: 0, lateFee: 0 };
  const replacing = { renewalId, seen: number, ...figures, reason: "Joined in July.", joining: [] };
  await replaceInvoice(await anAdministrator(), replacing, INVOICED_AT);
  const waiving = { renewalId, part: "fee", kind: "deployment", reason: "Called up." } as const;
  await grantWaiver(await anAdministrator(), waiving, INVOICED_AT);
  const next = (await invoiceOf(renewalId)).number;
  const by = expect.stringContaining("Ada");
  expect((await toldOf(renewalId)).slice(0, 2)).toEqual([
    ["granted a waiver", by, "The fee, Deployment: Called up."],
    ["replaced an invoice", by, `Invoice ${number} → ${next}, 8.00 → 4.00 CECs: Joined in July.`],
  ]);
});

test("the reason is left out once it is erased", async () => {
  const { id: renewalId } = await aRenewal();
  const waiving = { renewalId, part: "credits", kind: "other", reason: "An illness." } as const;
  await grantWaiver(await anAdministrator(), waiving, INVOICED_AT);
  const [told] = await db.auditEntry.findMany({
    where: { subjectId: renewalId, act: "granted a waiver" },
  });
  await db.auditValue.deleteMany({ where: { entryId: told?.id ?? "" } });
  expect((await toldOf(renewalId))[0]?.[2]).toBe("The credits, Other");
});
