import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  eventTitle: string;
  dates: string;
  /** As printed: "6.50". */
  total: string;
  submittedAt: string;
  /** Null: all days zero, for which there is no certificate. */
  certificateUrl: string | null;
};

/** The claim is submitted and locked. */
export function creditsSubmitted(association: Association, values: Values): Letter {
  const certificate =
    values.certificateUrl === null
      ? ["Since no credit was claimed, there is no certificate for this event."]
      : ["Your certificate is here:", values.certificateUrl];
  return {
    subject: `Your credits for ${values.eventTitle} are submitted`,
    text: signed(association, association.creditsEmail, [
      `Hello ${values.firstName},`,
      `you submitted ${values.total} credits for ${values.eventTitle} (${values.dates}) on ${values.submittedAt}. They are locked now.`,
      ...certificate,
      "If an amount is wrong, use Request a correction on the event's page.",
    ]),
  };
}
