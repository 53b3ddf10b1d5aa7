import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  /** "CAM and CALP 2027" */
  renewal: string;
  auditUrl: string;
};

/** As printed: "22 December 2026". */
type Due = { dueOn: string };

/** A renewal was drawn: what is asked of its member, and by when. */
export function creditAuditDrawn(association: Association, values: Values & Due): Letter {
  const { firstName, renewal, dueOn, auditUrl } = values;
  return {
    subject: `Your renewal of ${renewal} is audited: documents by ${dueOn}`,
    text: signed(association, association.creditsEmail, [
      `Hello ${firstName},`,
      `your renewal of ${renewal} was drawn at random for an audit of its credits. ${association.associationName} asks you to send the documents that prove the credits you reported for it, by ${dueOn}.`,
      "What counted for it, what is still missing, and where to send it:",
      auditUrl,
    ]),
  };
}

/** The last day to send is near. */
export function creditAuditReminder(
  association: Association,
  values: Values & Due & { isReturned: boolean },
): Letter {
  const { firstName, renewal, dueOn, auditUrl, isReturned } = values;
  return {
    subject: `The documents for ${renewal} are due on ${dueOn}`,
    text: signed(association, association.creditsEmail, [
      `Hello ${firstName},`,
      isReturned
        ? `what you sent for the audit of your renewal of ${renewal} was sent back to you, and nothing more has been sent since. Please complete it by ${dueOn}.`
        : `the documents for the audit of your renewal of ${renewal} are due on ${dueOn}, and have not been sent yet.`,
      "Send them here:",
      auditUrl,
    ]),
  };
}

/** Staff sent an answer back, or gave more time. */
export function creditAuditMovedOn(
  association: Association,
  values: Values & Due & { isReturned: boolean; note: string },
): Letter {
  const { firstName, renewal, dueOn, auditUrl, isReturned, note } = values;
  return {
    subject: isReturned
      ? `The documents for ${renewal} need another look`
      : `More time for the audit of ${renewal}: until ${dueOn}`,
    text: signed(association, association.creditsEmail, [
      `Hello ${firstName},`,
      isReturned
        ? `${association.associationName} looked at what you sent for the audit of your renewal of ${renewal} and sent it back to you. Please send what is missing by ${dueOn}.`
        : `you have until ${dueOn} to send the documents for the audit of your renewal of ${renewal}.`,
      "They wrote:",
      note,
      "The audit:",
      auditUrl,
    ]),
  };
}

/** Staff decided. */
export function creditAuditDecided(
  association: Association,
  values: Values & { verdict: "passed" | "failed"; note: string },
): Letter {
  const { firstName, renewal, verdict, note, auditUrl } = values;
  return {
    subject:
      verdict === "passed"
        ? `You passed the audit of your renewal of ${renewal}`
        : `You did not pass the audit of your renewal of ${renewal}`,
    text: signed(association, association.creditsEmail, [
      `Hello ${firstName},`,
      verdict === "passed"
        ? `${association.associationName} looked at the credits of your renewal of ${renewal}, and you passed the audit. There is nothing left to do.`
        : `${association.associationName} looked at the credits of your renewal of ${renewal}, and you did not pass the audit. By itself this changes nothing: what of your credits has to be corrected, you will be told of each.`,
      "They wrote:",
      note,
      "The audit:",
      auditUrl,
    ]),
  };
}
