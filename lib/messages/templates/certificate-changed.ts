import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  eventTitle: string;
  dates: string;
  /** As printed: "6.50". */
  total: string;
  /** Null: no certificate is left, since no credit is. */
  certificateUrl: string | null;
};

/** Staff corrected a locked claim. */
export function certificateChanged(association: Association, values: Values): Letter {
  const certificate =
    values.certificateUrl === null
      ? ["Since no credit is left, there is no valid certificate for this event any more."]
      : [
          "Your certificate has a new version, which replaces the one you may have downloaded:",
          values.certificateUrl,
        ];
  return {
    subject: `Your credits for ${values.eventTitle} were corrected`,
    text: signed(association, association.creditsEmail, [
      `Hello ${values.firstName},`,
      `${association.associationName} corrected your credits for ${values.eventTitle} (${values.dates}). Your total is now ${values.total}.`,
      ...certificate,
    ]),
  };
}
