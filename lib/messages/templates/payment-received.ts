import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  /** As printed: "$125.00", "CAM 2027 renewal", "3 March 2026". */
  amount: string;
  lines: readonly string[];
  paidOn: string;
  invoiceNumber: number;
  receiptUrl: string;
  renewalUrl: string;
};

/** A renewal's invoice was paid. */
export function paymentReceived(association: Association, values: Values): Letter {
  return {
    subject: `Your payment of ${values.amount} for invoice ${values.invoiceNumber}`,
    text: signed(association, association.membershipEmail, [
      `Hello ${values.firstName},`,
      `${association.associationName} received your payment of ${values.amount} on ${values.paidOn}.`,
      `It pays invoice ${values.invoiceNumber}: ${values.lines.join(", ")}.`,
      `Your receipt:\n${values.receiptUrl}`,
      `Your renewal:\n${values.renewalUrl}`,
    ]),
  };
}
