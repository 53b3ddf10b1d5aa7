import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = { firstName: string; changedAt: string };

/** To the address that was replaced; it does not tell the new one, since it may be read by others. */
export function emailChanged(association: Association, values: Values): Letter {
  return {
    subject: `Your e-mail address for ${association.shortName} was changed`,
    text: signed(association, association.membershipEmail, [
      `Hello ${values.firstName},`,
      `on ${values.changedAt} your account was given another e-mail address. Messages no longer come to this one.`,
      "If you did not ask for that, tell us right away.",
    ]),
  };
}
