import "server-only";
import { renderVersion } from "@/lib/certificates/commands";
import { removeObject } from "@/lib/documents/store";
import { runImport } from "@/lib/import-runs/running";
import { drawCertificate } from "@/lib/jobs/drawing";
import type { QueueName } from "@/lib/jobs/names";
import { sendMessage } from "@/lib/messages/commands";
import { answerResetRequest } from "@/lib/password-resets/commands";
import { closePages } from "@/lib/payments/closing";
import { refundPayment } from "@/lib/refunds/commands";
import { remindNext } from "@/lib/reminders/commands";
import { continuePreview } from "@/lib/rule-previews/commands";

type Job = {
  data: Record<string, string>;
  /** No other try comes after this one. */
  lastTry: boolean;
  now: Date;
};

export type Handler = {
  /** How many jobs of the queue are under way at once, and how often an idle one looks (seconds). */
  atOnce: number;
  looksEvery: number;
  /** May run twice for one job: each command asks its own row what is left to do. */
  run: (job: Job) => Promise<void>;
};

export const handlers: Record<QueueName, Handler> = {
  "send-message": {
    atOnce: 3,
    looksEvery: 1,
    run: ({ data, lastTry, now }) => sendMessage(given(data, "messageId"), lastTry, now),
  },
  "render-certificate": {
    atOnce: 2,
    looksEvery: 0.5,
    run: ({ data, now }) => renderVersion(given(data, "versionId"), drawCertificate, now),
  },
  "request-password-reset": {
    atOnce: 1,
    looksEvery: 0.5,
    run: ({ data, now }) =>
      answerResetRequest(
        {
          requestId: given(data, "requestId"),
          account: given(data, "account"),
          email: given(data, "email"),
        },
        now,
      ),
  },
  "remove-object": {
    atOnce: 1,
    looksEvery: 2,
    run: ({ data }) => removeObject(given(data, "documentId")),
  },
  "close-payment-pages": {
    atOnce: 1,
    looksEvery: 2,
    run: ({ data, now }) => closePages(given(data, "renewalId"), now),
  },
  "refund-payment": {
    atOnce: 1,
    looksEvery: 2,
    run: ({ data, lastTry, now }) => refundPayment(given(data, "paymentId"), lastTry, now),
  },
  "run-import": {
    atOnce: 1,
    looksEvery: 1,
    run: ({ data, lastTry, now }) => runImport(given(data, "runId"), lastTry, now),
  },
  "remind-members": {
    atOnce: 1,
    looksEvery: 1,
    run: ({ data, now }) => remindNext(given(data, "runId"), now),
  },
  "preview-rules": {
    atOnce: 1,
    looksEvery: 1,
    run: ({ data, lastTry, now }) => {
      const reached = given(data, "reached") || null;
      return continuePreview({ previewId: given(data, "previewId"), reached }, lastTry, now);
    },
  },
};

function given(data: Record<string, string>, name: string): string {
  const value = data[name];
  if (value === undefined) throw new Error(`The job lacks its ${name}.`);
  return value;
}
