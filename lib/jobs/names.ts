/** The queues; the owner creates them when migrating, the application only uses them. */
export const QUEUES = [
  "send-message",
  "render-certificate",
  "request-password-reset",
  "remove-object",
  "refund-payment",
  "close-payment-pages",
  "run-import",
  "remind-members",
  "preview-rules",
] as const;

export type QueueName = (typeof QUEUES)[number];
