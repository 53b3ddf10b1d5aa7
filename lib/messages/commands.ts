import "server-only";
import { completeText } from "@/lib/accounts/tokens";
import { db, type Tx } from "@/lib/db";
import { env, publicUrl } from "@/lib/env";
import { queueJob, queueJobs } from "@/lib/jobs/queue";
import { deliver, type Outcome } from "@/lib/messages/delivery";
import { canBeMuted, type Letter, type MessageKind } from "@/lib/messages/rules";
import { findSettings } from "@/lib/settings/queries";

export type Mail = Letter & {
  kind: MessageKind;
  /** Null: to a contact address of the association. */
  memberId: string | null;
  toAddress: string;
};

/** Writes a mail and the job that sends it within the change it tells of, unless its member switched that kind off. */
export async function queueMessage(tx: Tx, mail: Mail, now: Date) {
  const { kind, memberId, toAddress, subject, text } = mail;
  if (memberId !== null && canBeMuted(kind)) {
    const where = { memberId_kind: { memberId, kind } };
    if (await tx.mutedMessage.findUnique({ where, select: { kind: true } })) return;
  }
  const { id } = await tx.message.create({
    data: { kind, memberId, toAddress, subject, text, queuedAt: now },
    select: { id: true },
  });
  await queueJob(tx, "send-message", { messageId: id });
}

/** The same for mails of one kind to many members, in a few statements. */
export async function queueMessages(
  tx: Tx,
  kind: MessageKind,
  mails: readonly (Letter & { memberId: string; toAddress: string })[],
  now: Date,
) {
  const memberId = { in: mails.map((mail) => mail.memberId) };
  const muted = canBeMuted(kind)
    ? await tx.mutedMessage.findMany({ where: { kind, memberId }, select: { memberId: true } })
    : [];
  const quiet = new Set(muted.map((one) => one.memberId));
  const queued = await tx.message.createManyAndReturn({
    data: mails
      .filter((mail) => !quiet.has(mail.memberId))
      .map((mail) => ({ ...mail, kind, queuedAt: now })),
    select: { id: true },
  });
  const jobs = queued.map(({ id }) => ({ messageId: id }));
  await queueJobs(tx, "send-message", jobs);
}

/**
 * Sends a mail that waits, at most once from the moment its content may have gone out. Throws when
 * it should be tried again, unless this is the last try.
 */
export async function sendMessage(id: string, lastTry: boolean, now: Date) {
  const message = await db.message.findUnique({
    where: { id },
    select: {
      toAddress: true,
      subject: true,
      text: true,
      kind: true,
      queuedAt: true,
      handedOverAt: true,
      sentAt: true,
      unknownAt: true,
      failedAt: true,
    },
  });
  if (!message || message.sentAt || message.unknownAt || message.failedAt) return;
  if (message.handedOverAt) {
    // The try that handed it over was cut off before it could tell what the server answered.
    const failure = "interrupted";
    await db.message.updateMany({
      where: { id, sentAt: null, failedAt: null, unknownAt: null },
      data: { unknownAt: now, failure },
    });
    return;
  }
  if (env.SMTP_URL === undefined && env.CREDENCE_MODE !== "production") {
    // Demo and development read it on the local mail page.
    await db.message.update({
      where: { id },
      data: { handedOverAt: now, sentAt: now },
      select: { id: true },
    });
    return;
  }
  if (env.SMTP_URL === undefined) throw new Error("There is no SMTP_URL to send mail by.");
  const { associationName, membershipEmail } = await findSettings();
  const parcel = {
    messageId: `<${id}@${new URL(publicUrl()).hostname}>`,
    from: { name: associationName, address: membershipEmail },
    to: message.toAddress,
    subject: message.subject,
    text: completeText(message),
    date: message.queuedAt,
  };
  const outcome = await deliver(env.SMTP_URL, parcel, () => handOver(id, now));
  await keepOutcome(id, outcome, lastTry, now);
}

async function handOver(id: string, now: Date) {
  const where = { id, handedOverAt: null, sentAt: null, unknownAt: null, failedAt: null };
  const { count } = await db.message.updateMany({ where, data: { handedOverAt: now } });
  if (count === 0) throw new Error("This mail was handed over by another try.");
}

async function keepOutcome(id: string, outcome: Outcome, lastTry: boolean, now: Date) {
  const { kind } = outcome;
  if (kind === "sent") {
    // Whatever another try made of the wait for this answer, now it is known.
    const data = { sentAt: now, unknownAt: null, failure: null };
    await db.message.update({ where: { id }, data, select: { id: true } });
    return;
  }
  const { failure } = outcome;
  if (kind === "unknown") {
    await db.message.update({
      where: { id },
      data: { unknownAt: now, failure },
      select: { id: true },
    });
  } else if (kind === "refused" || lastTry) {
    await db.message.updateMany({
      where: { id, sentAt: null, unknownAt: null },
      data: { failedAt: now, failure },
    });
  } else {
    // The server has answered that it did not keep the content: it may be handed over again.
    if (outcome.handedOver) {
      await db.message.update({
        where: { id },
        data: { handedOverAt: null },
        select: { id: true },
      });
    }
    throw new Error(`The mail server did not take it (${failure}).`);
  }
}
