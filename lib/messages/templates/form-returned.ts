import { type Association, type Letter, signed } from "@/lib/messages/rules";
import type { FormValues } from "@/lib/messages/templates/form-signed";

/** A member's local office sent a CEC Reporting Form back. */
export function formReturned(association: Association, values: FormValues): Letter {
  return {
    subject: `Your CEC Reporting Form for ${values.title} needs another look`,
    text: signed(association, association.creditsEmail, [
      `Hello ${values.firstName},`,
      `${values.office} sent back your CEC Reporting Form for ${values.title} (${values.earnedOn}).`,
      "They wrote:",
      values.note,
      "Put it right and send it again:",
      values.formUrl,
    ]),
  };
}
