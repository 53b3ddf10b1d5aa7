import { expect, test } from "vitest";
import { renderReceipt } from "@/lib/receipts/pdf";
import { differenceOf, type ReceiptFacts, receiptFileName } from "@/lib/receipts/rules";
import { readPdf } from "@/tests/unit/certificates/read-pdf";

const paid: ReceiptFacts = {
  invoiceNumber: 42,
  association: "The Association",
  contact: "membership@example.org",
  paper: "Letter",
  name: "Grace Kim",
  memberNumber: "700240",
  lines: [
    { text: "CAM 2027 renewal", amount: "$125.00" },
    { text: "Late fee", amount: "$50.00" },
  ],
  total: "$175.00",
  issuedOn: "2026-11-02",
  paidOn: "2027-04-03",
  paidBy: "Card, by Stripe",
  reference: "pi_1",
  refundedOn: null,
  madeOn: "2027-04-04",
};

test("the receipt prints its number, whose it is, each line, the total and the day of the payment", async () => {
  const { text, pages, fonts } = await readPdf(await renderReceipt(paid));
  expect(pages).toBe(1);
  expect(fonts.standing).toBe(0);
  for (const words of [
    ...["Receipt for invoice 42", "The Association", "Grace Kim", "700240"],
    ...["CAM 2027 renewal", "$125.00", "Late fee", "$50.00", "$175.00"],
    ...["Paid on 3 April 2027", "pi_1", "membership@example.org"],
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain("given back");
  expect(receiptFileName(paid)).toBe("2027-04-03 Invoice 42 - Receipt.pdf");
});

test("what was given back says so", async () => {
  const { text } = await readPdf(await renderReceipt({ ...paid, refundedOn: "2027-05-01" }));
  expect(text).toContain("$175.00 was given back on 1 May 2027.");
});

test.each([
  [{ cents: 12_500, currency: "usd" }, []],
  [{ cents: 10_000, currency: "usd" }, [{ text: "Paid less than asked", amount: "-$25.00" }]],
  [{ cents: 13_000, currency: "usd" }, [{ text: "Paid more than asked", amount: "$5.00" }]],
  [
    { cents: 12_500, currency: "eur" },
    [{ text: "Paid in another currency than asked", amount: "€125.00" }],
  ],
])("of $125.00 asked and %o paid the receipt says how they differ", (received, lines) => {
  expect(differenceOf({ cents: 12_500, currency: "usd" }, received)).toEqual(lines);
});
