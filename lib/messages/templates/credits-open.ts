import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = { firstName: string; eventTitle: string; dates: string; claimUrl: string };

/** The event has ended: its member can enter credits. */
export function creditsOpen(association: Association, values: Values): Letter {
  return {
    subject: `You can enter your credits for ${values.eventTitle}`,
    text: signed(association, association.creditsEmail, [
      `Hello ${values.firstName},`,
      `${values.eventTitle} (${values.dates}) has ended, and you can now enter your credits for each day you attended:`,
      values.claimUrl,
      "Your entries are saved row by row, so you can stop and come back. Once every day is entered, submit your credits to get your certificate.",
    ]),
  };
}
