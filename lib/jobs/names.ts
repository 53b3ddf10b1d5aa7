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

/** What is done by the clock: a queue each, in which at most one job waits and one is under way. */
export const SCHEDULES = [
  "announce-open-credits",
  "open-next-cycles",
  "issue-invoices",
  "remind-of-cycles",
  "remind-of-audits",
  "recheck-renewals",
  "sweep",
] as const;

export type ScheduleName = (typeof SCHEDULES)[number];
