import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Reported = {
  title: string;
  /** As printed: "3 March 2026", "6.00". */
  earnedOn: string;
  credits: string;
};

type Values = {
  firstName: string;
  decision: "accept" | "return" | "reject";
  /** One, or many of which the same was decided at once. */
  entries: readonly Reported[];
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
  const { what, reported } = wordsFor(values.entries);
  return {
    subject: `Your credit for ${what} ${subject}`,
    text: signed(association, association.creditsEmail, [
      `Hello ${values.firstName},`,
      `${association.associationName} ${happened} ${reported}`,
      ...(values.note ? ["They wrote:", values.note] : []),
      next,
      values.dashboardUrl,
    ]),
  };
}

function wordsFor(entries: readonly Reported[]): { what: string; reported: string } {
  const [only, ...others] = entries;
  if (only && others.length === 0) {
    const { title, earnedOn, credits } = only;
    const reported = `the ${credits} credits that you reported for ${title} (${earnedOn}).`;
    return { what: title, reported };
  }
  const lines = entries.map(({ title, earnedOn, credits }) => `${earnedOn}, ${title}: ${credits}`);
  const what = `${entries.length} activities`;
  return { what, reported: [`the credits that you reported for ${what}:`, ...lines].join("\n") };
}
