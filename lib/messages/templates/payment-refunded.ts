import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  /** As printed: "$125.00". */
  amount: string;
  invoiceNumber: number;
  /** Whether another payment still pays the invoice. */
  isStillPaid: boolean;
  renewalUrl: string;
};

/** A payment was given back. */
export function paymentRefunded(association: Association, values: Values): Letter {
  return {
    subject: `Your refund of ${values.amount} for invoice ${values.invoiceNumber}`,
    text: signed(association, association.membershipEmail, [
      `Hello ${values.firstName},`,
      `${association.associationName} gave your payment of ${values.amount} for invoice ${values.invoiceNumber} back. Your bank may take some days to show it.`,
      values.isStillPaid
        ? "The invoice stays paid, since you had paid it twice."
        : "The payment for your renewal is due again, and a certificate of this renewal is no longer valid.",
      `Your renewal:\n${values.renewalUrl}`,
    ]),
  };
}
