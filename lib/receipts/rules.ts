import type { Day } from "@/lib/calendar";
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

/** "2026-11-03 Invoice 42 - Receipt.pdf", as one would keep it. */
export function receiptFileName({ paidOn, invoiceNumber }: ReceiptFacts): string {
  return `${paidOn} Invoice ${invoiceNumber} - Receipt.pdf`;
}
