import "server-only";
import { completeText } from "@/lib/accounts/tokens";
import { db } from "@/lib/db";
import { type After, earlierThan } from "@/lib/page-after";

const MAILS_A_PAGE = 20;

const listed = {
  id: true,
  toAddress: true,
  subject: true,
  queuedAt: true,
  sentAt: true,
  unknownAt: true,
  failedAt: true,
  failure: true,
} as const;

/** Where a page starts: just after (older) or before (newer) a mail. */
export type MailCursor = { id: string; towards: "older" | "newer" };

/** A page of all mails, the newest first. */
export async function listMessages(cursor: MailCursor | null) {
  const isNewer = cursor?.towards === "newer";
  const found = await db.message.findMany({
    orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
    ...(cursor && { cursor: { id: cursor.id }, skip: 1 }),
    take: isNewer ? -(MAILS_A_PAGE + 1) : MAILS_A_PAGE + 1,
    select: listed,
  });
  const hasMore = found.length > MAILS_A_PAGE;
  return {
    messages: isNewer ? found.slice(-MAILS_A_PAGE) : found.slice(0, MAILS_A_PAGE),
    hasOlder: isNewer || hasMore,
    hasNewer: isNewer ? hasMore : cursor !== null,
  };
}

/** A page of the mails that failed or may have, the newest first. */
export async function listUndelivered(after: After | null) {
  const found = await db.message.findMany({
    where: {
      OR: [{ failedAt: { not: null } }, { unknownAt: { not: null } }],
      ...(after && { AND: earlierThan("queuedAt", after) }),
    },
    orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
    take: MAILS_A_PAGE + 1,
    select: listed,
  });
  const mails = found.slice(0, MAILS_A_PAGE);
  const last = found.length > MAILS_A_PAGE ? mails.at(-1) : undefined;
  return { mails, next: last ? { at: last.queuedAt, id: last.id } : null };
}

/** A mail as its reader gets it. */
export async function findMessage(id: string) {
  const message = await db.message.findUnique({
    where: { id },
    select: { ...listed, kind: true, text: true },
  });
  return message && { ...message, text: completeText(message) };
}
