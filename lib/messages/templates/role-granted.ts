import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = { firstName: string; role: string; loginUrl: string; forgotPasswordUrl: string };

/** To who is given a role; an account made for it has no password yet. */
export function roleGranted(association: Association, values: Values): Letter {
  return {
    subject: `You work for ${association.shortName} now: ${values.role}`,
    text: signed(association, association.membershipEmail, [
      values.firstName ? `Hello ${values.firstName},` : "Hello,",
      `you were given the role ${values.role}. Sign in with this email address:`,
      values.loginUrl,
      "If you have no password yet, set one here:",
      values.forgotPasswordUrl,
    ]),
  };
}
