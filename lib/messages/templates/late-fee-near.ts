import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  /** "CAM and CALP" */
  credentials: string;
  /** As printed: "1 April 2027" */
  lateFeeFrom: string;
  /** What is there, what is left and by when, a sentence each. */
  sentences: readonly string[];
  renewalUrl: string;
};

/** A renewal is not paid yet, and soon costs more. */
export function lateFeeNear(association: Association, values: Values): Letter {
  return {
    subject: `Your renewal of ${values.credentials} costs more from ${values.lateFeeFrom} on`,
    text: signed(association, association.membershipEmail, [
      `Hello ${values.firstName},`,
      `your renewal of ${values.credentials} is not paid yet.`,
      [...values.sentences, values.renewalUrl].join("\n"),
      "You can switch off such reminders in My Profile.",
    ]),
  };
}
