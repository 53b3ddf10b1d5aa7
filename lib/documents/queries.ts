import "server-only";
import { db } from "@/lib/db";
import { readBytes } from "@/lib/documents/store";
import { isId } from "@/lib/ids";
import type { Actor } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";

/** What forms and lists show of a document. */
export const listedDocument = { id: true, fileName: true, size: true, mediaType: true } as const;

/** A document with its bytes for its owner or staff; null for anybody else, as if it were not there. */
export async function findDocument(actor: Actor, id: string) {
  const { memberId } = actor;
  const isStaff = may(actor, "review credit");
  if (!isId(id) || (memberId === null && !isStaff)) return null;
  const found = await db.document.findFirst({
    where: { id, ...(!isStaff && memberId !== null && { memberId }) },
    select: { ...listedDocument, memberId: true, sha256: true, store: true },
  });
  return found && { ...found, bytes: await readBytes(found) };
}
