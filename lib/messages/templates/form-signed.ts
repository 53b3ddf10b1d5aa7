import { type Association, type Letter, signed } from "@/lib/messages/rules";

export type FormValues = {
  firstName: string;
  /** The name of the local office. */
  office: string;
  title: string;
  /** As printed: "3 March 2026", "2.50". */
  earnedOn: string;
  credits: string;
  /** What the office wrote; empty: nothing. */
  note: string;
  formUrl: string;
};

/** A member's local office signed a CEC Reporting Form. */
export function formSigned(association: Association, values: FormValues): Letter {
  return {
    subject: `Your CEC Reporting Form for ${values.title} is signed`,
    text: signed(association, association.creditsEmail, [
      `Hello ${values.firstName},`,
      `${values.office} verified and signed your CEC Reporting Form: ${values.credits} CECs for ${values.title} (${values.earnedOn}).`,
      `It does not count yet: submit it with your renewal for approval by ${association.associationName}.`,
      values.formUrl,
    ]),
  };
}
