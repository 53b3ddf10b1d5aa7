import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  /** "CAM and CALP" */
  credentials: string;
  /** As printed: "1 January 2027", "$250.00", "8". */
  dueOn: string;
  fees: string;
  required: string;
  renewalUrl: string;
};

/** The invoice of a renewal is issued. */
export function renewalDue(association: Association, values: Values): Letter {
  return {
    subject: `It's time to renew ${values.credentials}`,
    text: signed(association, association.membershipEmail, [
      `Hello ${values.firstName},`,
      `your renewal of ${values.credentials} is due on ${values.dueOn}. It asks for ${values.fees} and ${values.required} CECs.`,
      "Its four steps, and what is left of each:",
      values.renewalUrl,
    ]),
  };
}
