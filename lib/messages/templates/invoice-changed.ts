import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  /** "CAM and CALP" */
  credentials: string;
  number: number;
  /** The invoice that is void now. */
  before: number;
  /** As printed: "CAM 2027 renewal: $125.00". */
  lines: readonly string[];
  /** As printed: "$250.00", "1 January 2027", "8". */
  total: string;
  dueOn: string;
  required: string;
  renewalUrl: string;
};

/** Another invoice is issued in the place of one that is not paid. */
export function invoiceChanged(association: Association, values: Values): Letter {
  return {
    subject: `Your invoice for ${values.credentials} has changed: ${values.total}`,
    text: signed(association, association.membershipEmail, [
      `Hello ${values.firstName},`,
      `invoice ${values.number} takes the place of invoice ${values.before} for your renewal of ${values.credentials}:`,
      [...values.lines, `Total: ${values.total}`].join("\n"),
      `The renewal is due on ${values.dueOn} and asks for ${values.required} CECs:`,
      values.renewalUrl,
    ]),
  };
}
