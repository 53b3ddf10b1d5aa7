import { type Association, type Letter, paragraphs, signed } from "@/lib/messages/rules";

type Values = { author: string; title: string; text: string; url: string };

/** To the member: staff wrote a note on their request. */
export function correctionNoted(
  association: Association,
  { firstName, author, title, text, url }: Values & { firstName: string },
): Letter {
  return {
    subject: `A note on your request for a correction: ${title}`,
    text: signed(association, association.creditsEmail, [
      `Hello ${firstName},`,
      `${author} of ${association.associationName} wrote about the correction of ${title}:`,
      text,
      "Answer there:",
      url,
    ]),
  };
}

/** To the association's contact address: the member wrote a note on their request. */
export function correctionNotedByMember({ author, title, text, url }: Values): Letter {
  return {
    subject: `${author} added a note: correction for ${title}`,
    text: paragraphs([`${author} wrote about the correction of ${title}:`, text, url]),
  };
}
