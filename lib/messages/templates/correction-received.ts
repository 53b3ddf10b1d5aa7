import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = { firstName: string; title: string; message: string; requestUrl: string };

/** To the member: their wish has arrived, and where to follow it. */
export function correctionReceived(association: Association, values: Values): Letter {
  return {
    subject: `Your request for a correction: ${values.title}`,
    text: signed(association, association.creditsEmail, [
      `Hello ${values.firstName},`,
      `${association.associationName} has your request for a correction of ${values.title}. Nothing changes until it is decided. You wrote:`,
      values.message,
      "See how it stands, and add a note:",
      values.requestUrl,
    ]),
  };
}
