import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  /** Null: the record has no number. */
  keptNumber: string | null;
  otherNumber: string | null;
  mergedAt: string;
  loginUrl: string;
  forgotPasswordUrl: string;
};

/** To the address of either record; it tells neither the other one, since it may be read by others. */
export function membersMerged(association: Association, values: Values): Letter {
  const { keptNumber, otherNumber } = values;
  const numbers = [keptNumber, otherNumber].filter(Boolean).join(" and ");
  const which = keptNumber ? `of member number ${keptNumber}` : "of the record that was kept";
  return {
    subject: `Your two records at ${association.shortName} are one now`,
    text: signed(association, association.membershipEmail, [
      values.firstName ? `Hello ${values.firstName},` : "Hello,",
      `on ${values.mergedAt} two records of yours${numbers ? ` (member number ${numbers})` : ""} were made one. What was on either is on it: credit, certificates, certifications and renewals.`,
      `Sign in with a member number, username or email address of either, and with the password ${which}:`,
      values.loginUrl,
      "If you don't remember that password, set another one here:",
      values.forgotPasswordUrl,
      "If the two records are not both yours, tell us right away.",
    ]),
  };
}
