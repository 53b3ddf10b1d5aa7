import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  decision: "accept" | "return" | "reject";
  title: string;
  /** As printed: "3 March 2026", "6.00". */
  earnedOn: string;
  credits: string;
  /** What staff wrote; empty: nothing. */
  note: string;
  dashboardUrl: string;
};

const WORDS = {
  accept: { subject: "was accepted", happened: "accepted", next: "It counts from now on:" },
  return: {
    subject: "needs another look",
    happened: "sent back",
    next: "Report it again with what is missing:",
  },
  reject: { subject: "was not accepted", happened: "did not accept", next: "Your record:" },
};

/** Staff reviewed credit that a member reported. */
export function entryDecided(association: Association, values: Values): Letter {
  const { subject, happened, next } = WORDS[values.decision];
  return {
    subject: `Your credit for ${values.title} ${subject}`,
    text: signed(association, association.creditsEmail, [
      `Hello ${values.firstName},`,
      `${association.associationName} ${happened} the ${values.credits} credits that you reported for ${values.title} (${values.earnedOn}).`,
      ...(values.note ? ["They wrote:", values.note] : []),
      next,
      values.dashboardUrl,
    ]),
  };
}
