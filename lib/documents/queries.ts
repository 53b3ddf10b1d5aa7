import "server-only";
import { db } from "@/lib/db";
import { mayRead } from "@/lib/documents/rules";
import { readBytes } from "@/lib/documents/store";
import { isId } from "@/lib/ids";
import type { Actor } from "@/lib/members/rules";

/** What forms and lists show of a document. */
export const listedDocument = { id: true, fileName: true, size: true, mediaType: true } as const;

/** A document with its bytes for its owner or staff; null for anybody else, as if it were not there. */
export async function findDocument(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const found = await db.document.findUnique({
    where: { id },
    select: { ...listedDocument, memberId: true, sha256: true, store: true },
  });
  if (!found || !mayRead(actor, found)) return null;
  return { ...found, bytes: await readBytes(found) };
}
