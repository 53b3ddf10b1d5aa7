import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = { firstName: string; resetUrl: string; minutes: number };

/** The answer to Forgot Password? */
export function passwordReset(association: Association, values: Values): Letter {
  return {
    subject: `Set a new password for ${association.shortName}`,
    text: signed(association, association.membershipEmail, [
      `Hello ${values.firstName},`,
      "someone, most likely you, asked for a new password. Set it here:",
      values.resetUrl,
      `The link works once and for ${values.minutes} minutes. If you did not ask for it, you need not do anything: your password stays as it is.`,
    ]),
  };
}
