import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  title: string;
  number: string;
  version: number;
  /** What staff gave as the reason. */
  reason: string;
};

/** Staff revoked a certificate: whoever checks it now reads so. */
export function certificateRevoked(association: Association, values: Values): Letter {
  const { firstName, title, number, version, reason } = values;
  return {
    subject: `Your certificate for ${title} was revoked`,
    text: signed(association, association.creditsEmail, [
      `Hello ${firstName},`,
      `${association.associationName} revoked version ${version} of your certificate ${number} for ${title}. Whoever checks it is told so. The reason:`,
      reason,
    ]),
  };
}

/** Staff issued the next version, from what is on record now. */
export function certificateReissued(
  association: Association,
  values: Values & { certificateUrl: string },
): Letter {
  const { firstName, title, number, version, reason, certificateUrl } = values;
  return {
    subject: `Your certificate for ${title} was issued again`,
    text: signed(association, association.creditsEmail, [
      `Hello ${firstName},`,
      `${association.associationName} issued version ${version} of your certificate ${number} for ${title}. It replaces the one you may have downloaded. The reason:`,
      reason,
      "Your certificate:",
      certificateUrl,
    ]),
  };
}
