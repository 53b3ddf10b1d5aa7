import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  /** "CAM and CALP" */
  credentials: string;
  /** As printed: "1 January 2027" */
  dueOn: string;
  /** "$250.00"; null: nothing is to pay. */
  fees: string | null;
  /** "8"; null: none are required. */
  required: string | null;
  renewalUrl: string;
};

/** The invoice of a renewal is issued. */
export function renewalDue(association: Association, values: Values): Letter {
  return {
    subject: `It's time to renew ${values.credentials}`,
    text: signed(association, association.membershipEmail, [
      `Hello ${values.firstName},`,
      `your renewal of ${values.credentials} is due on ${values.dueOn}. ${asked(values)}`,
      "Its four steps, and what is left of each:",
      values.renewalUrl,
    ]),
  };
}

function asked({ fees, required }: Pick<Values, "fees" | "required">): string {
  if (fees && required) return `It asks for ${fees} and ${required} CECs.`;
  if (fees) return `It asks for ${fees}; no CECs are required.`;
  if (required) return `It asks for ${required} CECs; there is nothing to pay.`;
  return "There is nothing to pay and no CECs are required; only your contact information is to be confirmed.";
}
