import "server-only";
import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport";

export type Parcel = {
  /** The same at every try, so that a receiver can tell a repetition. */
  messageId: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  date: Date;
};

export type Outcome =
  | { kind: "sent" }
  /** Not taken, and trying again may help. */
  | { kind: "later"; handedOver: boolean; failure: string }
  /** Refused for good. */
  | { kind: "refused"; failure: string }
  /** The server got the content and never answered: it may have gone out. */
  | { kind: "unknown"; failure: string };

// Together they stay under the three minutes after which the job is given to another worker.
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };
const GIVEN_UP_AFTER = 150_000;

/**
 * Sends a mail by SMTP. `handOver` is awaited when the server has asked for the content and before
 * any of it flows; when it throws, nothing is sent.
 */
export async function deliver(
  smtpUrl: string,
  parcel: Parcel,
  handOver: () => Promise<void>,
): Promise<Outcome> {
  const options: SMTPTransport.Options = { url: smtpUrl, ...timeouts };
  const transport = createTransport(options);
  let handedOver = false;
  transport.use("stream", (mail, done) => {
    // The connection reads this stream only after the server's "354 go ahead".
    mail.message.processFunc((content) =>
      Readable.from(
        (async function* () {
          await handOver();
          handedOver = true;
          yield* content;
        })(),
        { objectMode: false },
      ),
    );
    done();
  });
  try {
    await transport.sendMail({
      ...parcel,
      to: { name: "", address: parcel.to },
      headers: { "Auto-Submitted": "auto-generated" },
      signal: AbortSignal.timeout(GIVEN_UP_AFTER),
    });
    return { kind: "sent" };
  } catch (error) {
    return outcomeOf(error as Refusal, handedOver);
  } finally {
    transport.close();
  }
}

type Refusal = { code?: string; responseCode?: number; command?: string };

function outcomeOf({ code, responseCode, command }: Refusal, handedOver: boolean): Outcome {
  // Never the server's own words: they often repeat the address.
  const failure = `${command ?? "connection"}: ${responseCode ?? code ?? "no answer"}`;
  if (responseCode === undefined && handedOver) return { kind: "unknown", failure };
  // A refused sign-in or greeting is about the association's set-up, not about this mail.
  const ofThisMail = handedOver || /^(MAIL FROM|RCPT TO|DATA)$/.test(command ?? "");
  if (ofThisMail && (responseCode ?? 0) >= 500) return { kind: "refused", failure };
  return { kind: "later", handedOver, failure };
}
