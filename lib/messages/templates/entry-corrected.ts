import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  /** Lines such as "Credits: 6.00 became 5.00". */
  changes: readonly string[];
  reason: string;
  recordUrl: string;
};

/** Staff corrected an accepted entry that nobody had asked about. */
export function entryCorrected(association: Association, values: Values): Letter {
  const { firstName, changes, reason, recordUrl } = values;
  return {
    subject: "Credit on your record was corrected",
    text: signed(association, association.creditsEmail, [
      `Hello ${firstName},`,
      `${association.associationName} corrected an entry on your record.`,
      changes.join("\n"),
      "The reason:",
      reason,
      "Your record:",
      recordUrl,
    ]),
  };
}
