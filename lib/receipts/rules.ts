import type { Day } from "@/lib/calendar";
import { printMoney } from "@/lib/credits/amount";
import type { Paper } from "@/lib/drawing/papers";

/** All that a receipt prints. Amounts are printed already: "$125.00". */
export type ReceiptFacts = {
  invoiceNumber: number;
  association: string;
  /** Whom to ask. */
  contact: string;
  paper: Paper;
  name: string;
  /** Null: staff without a number. */
  memberNumber: string | null;
  lines: { text: string; amount: string }[];
  total: string;
  issuedOn: Day;
  paidOn: Day;
  /** How it was paid; plainly so where no money moved. */
  paidBy: string;
  reference: string;
  /** Null: not given back. */
  refundedOn: Day | null;
  madeOn: Day;
};

type Money = { cents: number; currency: string };

/** What makes the lines of what was asked add up to what was paid; none where it was the same. */
export function differenceOf(asked: Money, paid: Money): ReceiptFacts["lines"] {
  if (asked.currency !== paid.currency) {
    const amount = printMoney(paid.cents, paid.currency);
    return [{ text: "Paid in another currency than asked", amount }];
  }
  const more = paid.cents - asked.cents;
  if (more === 0) return [];
  const text = `Paid ${more < 0 ? "less" : "more"} than asked`;
  return [{ text, amount: printMoney(more, paid.currency) }];
}

/** "2026-11-03 Invoice 42 - Receipt.pdf", as one would keep it. */
export function receiptFileName({ paidOn, invoiceNumber }: ReceiptFacts): string {
  return `${paidOn} Invoice ${invoiceNumber} - Receipt.pdf`;
}
