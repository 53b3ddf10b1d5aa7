/** A mail as a command queues it. */
export const MAIL = {
  kind: "credits_submitted",
  memberId: null,
  toAddress: "ana@example.org",
  subject: "Your credits for Übung are submitted",
  text: "Hello Ana.\n",
} as const;
