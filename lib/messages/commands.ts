import "server-only";
import { queueJob } from "@/lib/jobs/queue";
import { canBeMuted, type Letter, type MessageKind } from "@/lib/messages/rules";
import type { Prisma } from "@/prisma/generated/client";

export type Mail = Letter & {
  kind: MessageKind;
  /** Null: to a contact address of the association. */
  memberId: string | null;
  toAddress: string;
};

/** Writes a mail and the job that sends it within the change it tells of, unless its member switched that kind off. */
export async function queueMessage(tx: Prisma.TransactionClient, mail: Mail, now: Date) {
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
