import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Form = {
  title: string;
  /** As printed: "3 March 2026", "2.50". */
  earnedOn: string;
  credits: string;
  formUrl: string;
};

type Values = {
  firstName: string;
  verdict: "approve" | "return" | "reject";
  /** One, or many of which the same was decided at once. */
  forms: readonly Form[];
  /** What staff wrote; empty: nothing. */
  note: string;
  renewalUrl: string;
};

const HAPPENED = { approve: "approved", return: "sent back", reject: "did not approve" };

const OF_ONE = {
  approve: { subject: "was approved", next: "See how your renewal stands:" },
  return: {
    subject: "needs another look",
    next: "Put it right, have it signed again if you change it, and submit it once more:",
  },
  reject: {
    subject: "was not approved",
    next: "It left your submission. See what your renewal still needs:",
  },
};

const OF_MANY = {
  approve: { subject: "were approved", next: OF_ONE.approve.next },
  return: {
    subject: "need another look",
    next: "Put them right, have each signed again that you change, and submit them once more:",
  },
  reject: {
    subject: "were not approved",
    next: "They left your submission. See what your renewal still needs:",
  },
};

/** National staff decided about lines of a member's submission. */
export function formDecided(association: Association, values: Values): Letter {
  const { firstName, verdict, forms, note, renewalUrl } = values;
  const [only, ...others] = forms;
  const isOne = only !== undefined && others.length === 0;
  const { subject, next } = (isOne ? OF_ONE : OF_MANY)[verdict];
  const lines = forms.map(
    ({ title, earnedOn, credits }) => `${credits} CECs for ${title} (${earnedOn})`,
  );
  return {
    subject: isOne
      ? `Your CEC Reporting Form for ${only.title} ${subject}`
      : `${forms.length} of your CEC Reporting Forms ${subject}`,
    text: signed(association, association.creditsEmail, [
      `Hello ${firstName},`,
      `${association.associationName} ${HAPPENED[verdict]} ${
        isOne
          ? `your CEC Reporting Form: ${lines.join("")}.`
          : [`${forms.length} of your CEC Reporting Forms:`, ...lines].join("\n")
      }`,
      ...(note ? ["They wrote:", note] : []),
      next,
      ...(verdict === "return" ? forms.map(({ formUrl }) => formUrl) : [renewalUrl]),
    ]),
  };
}
