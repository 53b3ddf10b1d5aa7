import { type Association, type Letter, paragraphs } from "@/lib/messages/rules";

type Values = {
  memberName: string;
  /** Null: has none. */
  memberNumber: string | null;
  memberEmail: string;
  eventTitle: string;
  eventCode: string;
  /** What the member wrote. */
  message: string;
};

/** To the association's contact address: a member finds a locked claim wrong. */
export function correctionRequested(association: Association, values: Values): Letter {
  const number = values.memberNumber === null ? "" : `, member number ${values.memberNumber}`;
  return {
    subject: `${values.memberName} requests a correction for ${values.eventTitle}`,
    text: paragraphs([
      `${values.memberName}${number} asks ${association.shortName} to correct the submitted credits for ${values.eventTitle} (${values.eventCode}).`,
      "The member wrote:",
      values.message,
      `Answer the member at ${values.memberEmail}.`,
    ]),
  };
}
