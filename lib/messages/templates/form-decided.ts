import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  verdict: "approve" | "return" | "reject";
  title: string;
  /** As printed: "3 March 2026", "2.50". */
  earnedOn: string;
  credits: string;
  /** What staff wrote; empty: nothing. */
  note: string;
  formUrl: string;
  renewalUrl: string;
};

const WORDS = {
  approve: { subject: "was approved", happened: "approved", next: "See how your renewal stands:" },
  return: {
    subject: "needs another look",
    happened: "sent back",
    next: "Put it right, have it signed again if you change it, and submit it once more:",
  },
  reject: {
    subject: "was not approved",
    happened: "did not approve",
    next: "It left your submission. See what your renewal still needs:",
  },
};

/** National staff decided about a line of a member's submission. */
export function formDecided(association: Association, values: Values): Letter {
  const { subject, happened, next } = WORDS[values.verdict];
  return {
    subject: `Your CEC Reporting Form for ${values.title} ${subject}`,
    text: signed(association, association.creditsEmail, [
      `Hello ${values.firstName},`,
      `${association.associationName} ${happened} your CEC Reporting Form: ${values.credits} CECs for ${values.title} (${values.earnedOn}).`,
      ...(values.note ? ["They wrote:", values.note] : []),
      next,
      values.verdict === "return" ? values.formUrl : values.renewalUrl,
    ]),
  };
}
