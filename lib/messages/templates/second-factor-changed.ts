import { type Association, type Letter, signed } from "@/lib/messages/rules";

/** What became of a second factor. */
export type FactorNews = "on" | "off" | "removed" | "new recovery codes" | "recovery code used";

type Values = {
  firstName: string;
  /** "12 Apr 2026 at 14:05 Chicago time" */
  at: string;
  what: FactorNews;
};

/** Something about the second factor of the account changed. */
export function secondFactorChanged(association: Association, values: Values): Letter {
  const told: Record<FactorNews, string> = {
    on: "a second factor was turned on for your account. From now on you enter a code from your app when you log in.",
    off: "the second factor of your account was turned off. From now on your password alone is enough.",
    removed:
      "the association removed the second factor of your account, and you were signed out. From now on your password alone is enough.",
    "new recovery codes":
      "new recovery codes were made for your account. The ones before are worth nothing now.",
    "recovery code used": "you logged in with a recovery code. It cannot be used again.",
  };
  return {
    subject: `The second factor of your ${association.shortName} account`,
    text: signed(association, association.membershipEmail, [
      `Hello ${values.firstName},`,
      `on ${values.at} ${told[values.what]}`,
      "If you did not do or ask for that, set another password at once and tell us.",
    ]),
  };
}
