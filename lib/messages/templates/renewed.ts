import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Values = {
  firstName: string;
  /** "CAM and CALP" */
  credentials: string;
  /** "2027", "2024–2026 and 2025–2027" */
  period: string;
  renewalUrl: string;
};

/** Contact, payment and credits are all there. */
export function renewed(association: Association, values: Values): Letter {
  return {
    subject: `${values.credentials} renewed`,
    text: signed(association, association.membershipEmail, [
      `Hello ${values.firstName},`,
      `your renewal of ${values.credentials} for ${values.period} is complete. Your certificate is on its page:`,
      values.renewalUrl,
    ]),
  };
}
