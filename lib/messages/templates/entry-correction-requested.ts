import { type Association, type Letter, paragraphs } from "@/lib/messages/rules";

type Values = {
  memberName: string;
  /** Null: has none. */
  memberNumber: string | null;
  memberEmail: string;
  title: string;
  /** As printed: "3 March 2026", "6.00". */
  earnedOn: string;
  credits: string;
  /** What the member wrote. */
  message: string;
};

/** To the association's contact address: a member finds an accepted entry wrong. */
export function entryCorrectionRequested(association: Association, values: Values): Letter {
  const number = values.memberNumber === null ? "" : `, member number ${values.memberNumber}`;
  return {
    subject: `${values.memberName} requests a correction for ${values.title}`,
    text: paragraphs([
      `${values.memberName}${number} asks ${association.shortName} to correct an entry: ${values.title}, earned ${values.earnedOn}, ${values.credits} credits.`,
      "The member wrote:",
      values.message,
      `Answer the member at ${values.memberEmail}.`,
    ]),
  };
}
