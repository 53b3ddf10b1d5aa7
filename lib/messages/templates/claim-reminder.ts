import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = { firstName: string; eventTitle: string; dates: string; claimUrl: string };

/** The event has ended, and its member has not claimed every day: asked by staff. */
export function claimReminder(association: Association, values: Values): Letter {
  return {
    subject: `Your credits for ${values.eventTitle} are not claimed yet`,
    text: signed(association, association.creditsEmail, [
      `Hello ${values.firstName},`,
      `You were registered for ${values.eventTitle} (${values.dates}), and your credits for it are not submitted yet. Enter them for each day, 0 for a day on which you earned none, and submit them to get your certificate:`,
      values.claimUrl,
      "You can switch off such reminders in My Profile.",
    ]),
  };
}
