import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  /** Whose form it is, and of which local office. */
  member: string;
  office: string;
  title: string;
  /** As printed: "3 March 2026", "2.50". */
  earnedOn: string;
  credits: string;
  formUrl: string;
};

/** A member sent a CEC Reporting Form to the local office, whose officers read this. */
export function formWaits(association: Association, values: Values): Letter {
  return {
    subject: `A CEC Reporting Form of ${values.member} waits for your signature`,
    text: signed(association, association.creditsEmail, [
      `Hello ${values.firstName},`,
      `${values.member} sent ${values.office} a CEC Reporting Form: ${values.credits} CECs for ${values.title} (${values.earnedOn}).`,
      "Verify and sign it, or send it back with a note:",
      values.formUrl,
    ]),
  };
}
