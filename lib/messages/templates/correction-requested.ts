import { type Association, type Letter, paragraphs } from "@/lib/messages/rules";

type Values = {
  memberName: string;
  /** Null: has none. */
  memberNumber: string | null;
  memberEmail: string;
  title: string;
  /** "the submitted credits for Spring Meeting (SM26)" */
  about: string;
  /** What the member wrote. */
  message: string;
  deskUrl: string;
};

/** To the association's contact address: a member finds their record wrong. */
export function correctionRequested(association: Association, values: Values): Letter {
  const number = values.memberNumber === null ? "" : `, member number ${values.memberNumber}`;
  return {
    subject: `${values.memberName} requests a correction for ${values.title}`,
    text: paragraphs([
      `${values.memberName}${number} asks ${association.shortName} to correct ${values.about}.`,
      "The member wrote:",
      values.message,
      "Answer it at the desk:",
      values.deskUrl,
      `Or write to the member at ${values.memberEmail}.`,
    ]),
  };
}
