import "server-only";
import { db } from "@/lib/db";
import type { ObjectStore } from "@/lib/documents/s3";
import { env } from "@/lib/env";
import type { DocumentStore } from "@/prisma/generated/enums";

/** Where new documents go. Each remembers its own, so a changed setting leaves old ones readable. */
export function storeInUse(): DocumentStore {
  return env.S3_BUCKET === undefined ? "database" : "s3";
}

type Kept = { id: string; store: DocumentStore };

export async function readBytes({ id, store }: Kept): Promise<Uint8Array> {
  if (store === "s3") return (await objects()).get(id);
  const content = await db.documentContent.findUniqueOrThrow({ where: { documentId: id } });
  return content.bytes;
}

/** The bytes of a document whose row is there already; in the database they came with the row. */
export async function putBytes({ id, store }: Kept, bytes: Uint8Array, mediaType: string) {
  if (store === "s3") await (await objects()).put(id, bytes, mediaType);
}

/** What the store holds of a document whose row is gone; in the database nothing is left by then. */
export async function removeObject(id: string) {
  await (await objects()).remove(id);
}

let opened: Promise<ObjectStore> | undefined;

/** Loaded when first needed: most installations never talk to such a store. */
function objects(): Promise<ObjectStore> {
  opened ??= import("@/lib/documents/s3").then(({ openS3 }) => openS3());
  return opened;
}
