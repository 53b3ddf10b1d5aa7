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
    next: "Put each right at its address, have those signed again that you change, and submit them once more from your renewal:",
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
  const lineOf = ({ title, earnedOn, credits }: Form) =>
    `${credits} CECs for ${title} (${earnedOn})`;
  const many = `${forms.length} of your CEC Reporting Forms`;
  const isReturned = verdict === "return";
  // Each that is put right stands with its address: addresses alone say nothing of which form they are.
  const listed = isReturned
    ? forms.map((form) => `${lineOf(form)}\n${form.formUrl}`)
    : [forms.map(lineOf).join("\n")];
  const happened = `${association.associationName} ${HAPPENED[verdict]}`;
  return {
    subject: isOne ? `Your CEC Reporting Form for ${only.title} ${subject}` : `${many} ${subject}`,
    text: signed(association, association.creditsEmail, [
      `Hello ${firstName},`,
      ...(isOne
        ? [`${happened} your CEC Reporting Form: ${lineOf(only)}.`]
        : [`${happened} ${many}:`, ...listed]),
      ...(note ? ["They wrote:", note] : []),
      next,
      isOne && isReturned ? only.formUrl : renewalUrl,
    ]),
  };
}
