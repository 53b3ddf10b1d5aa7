import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = { firstName: string; changedAt: string; forgotPasswordUrl: string };

/** A new password was set. */
export function passwordChanged(association: Association, values: Values): Letter {
  return {
    subject: `Your password for ${association.shortName} was changed`,
    text: signed(association, association.membershipEmail, [
      `Hello ${values.firstName},`,
      `your password was changed on ${values.changedAt}, and you were signed out everywhere else.`,
      "If that was not you, set another password at once and tell us:",
      values.forgotPasswordUrl,
    ]),
  };
}
