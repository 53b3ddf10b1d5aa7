import "server-only";
import { createHash } from "node:crypto";
import { subHours } from "date-fns";
import { fileTypeFromBuffer } from "file-type";
import { db, type Tx } from "@/lib/db";
import { listedDocument } from "@/lib/documents/queries";
import {
  ABANDONED_AFTER_HOURS,
  fileNameOf,
  type ListedDocument,
  LOOSE,
  refusalOfFile,
  refusalOfLoose,
} from "@/lib/documents/rules";
import { putBytes, readBytes, storeInUse } from "@/lib/documents/store";
import { DomainError, notFoundError } from "@/lib/errors";
import { queueJob } from "@/lib/jobs/queue";
import { lockMember } from "@/lib/members/commands";
import { type MemberActor, REFUSAL_OF_RETIRED } from "@/lib/members/rules";
import { findSettings } from "@/lib/settings/queries";

type Upload = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** Keeps an upload of the member's until its form is saved. What it is, its content says. */
export async function keepDocument(
  actor: MemberActor,
  { name, bytes }: Upload,
  now: Date,
): Promise<ListedDocument> {
  const [{ documentLimitMegabytes }, found] = await Promise.all([
    findSettings(),
    fileTypeFromBuffer(bytes),
  ]);
  const mediaType = found?.mime ?? null;
  const refusal = refusalOfFile({ name, size: bytes.length, mediaType }, documentLimitMegabytes);
  if (refusal || mediaType === null) {
    throw new DomainError("invalid", refusal ?? "", "documents");
  }
  return store(actor.memberId, { fileName: fileNameOf(name, mediaType), mediaType, bytes }, now);
}

/** The row comes first: whatever happens to the bytes after it, sweeping finds both. */
async function store(
  memberId: string,
  { fileName, mediaType, bytes }: Omit<Upload, "name"> & { fileName: string; mediaType: string },
  now: Date,
  by: "member" | "staff" = "member",
) {
  const where = storeInUse();
  const data = {
    memberId,
    fileName,
    mediaType,
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    store: where,
    uploadedAt: now,
    ...(where === "database" && { content: { create: { bytes } } }),
  };
  const document = await db.$transaction(async (tx) => {
    if (by === "member") await takeTurn(tx, memberId);
    return tx.document.create({ data, select: listedDocument });
  });
  await putBytes({ id: document.id, store: where }, bytes, mediaType);
  return document;
}

/** The member's uploads come one after the other: counted side by side, two could be the last one. */
async function takeTurn(tx: Tx, memberId: string) {
  const { retiredAt } = await lockMember(tx, memberId);
  const refusal = retiredAt
    ? REFUSAL_OF_RETIRED
    : refusalOfLoose(await tx.document.count({ where: { memberId, ...LOOSE } }));
  if (refusal) throw new DomainError("invalid", refusal, "documents");
}

/** Takes back uploads that no form was saved with. */
export async function discardDocuments({ memberId }: MemberActor, ids: readonly string[]) {
  for (const id of ids) await remove({ id, memberId, ...LOOSE });
}

/** The member's uploads become the proof of an entry, once, inside the transaction that saves it. */
export async function attachDocuments(
  tx: Tx,
  memberId: string,
  ids: readonly string[],
  entryId: string,
) {
  if (ids.length === 0) return;
  const { count } = await tx.document.updateMany({
    where: { id: { in: [...ids] }, memberId, ...LOOSE },
    data: { entryId, draftId: null },
  });
  if (count !== ids.length) {
    const gone = "A document is no longer here. Choose it again.";
    throw new DomainError("conflict", gone, "documents");
  }
}

/** The member's upload goes with a reporting form, inside the transaction that changes the form. */
export async function attachToForm(tx: Tx, memberId: string, id: string, formId: string) {
  const { count } = await tx.document.updateMany({
    where: { id, memberId, ...LOOSE },
    data: { formId },
  });
  if (count === 0) throw notFoundError();
}

/** A document goes with its form no more: loose again, it is swept. One that was signed stays. */
export async function detachFromForm(tx: Tx, memberId: string, id: string, formId: string) {
  const { count } = await tx.document.updateMany({
    where: { id, memberId, formId, entryId: null, signature: null },
    data: { formId: null },
  });
  if (count === 0) throw notFoundError();
}

/**
 * Copies of documents that prove an entry which was sent back, for the one that replaces it: the old
 * entry keeps its own. What limits the member's own uploads does not keep staff from correcting.
 */
export async function copyDocuments(
  { memberId }: MemberActor,
  entryId: string,
  ids: readonly string[],
  now: Date,
  by: "member" | "staff" = "member",
) {
  const found = await db.document.findMany({
    where: { id: { in: [...ids] }, memberId, entryId },
    select: { ...listedDocument, store: true },
  });
  if (found.length !== ids.length) throw notFoundError();
  const copies: string[] = [];
  for (const { fileName, mediaType, ...kept } of found) {
    const bytes = new Uint8Array(await readBytes(kept));
    copies.push((await store(memberId, { fileName, mediaType, bytes }, now, by)).id);
  }
  return copies;
}

/** Removes forms that were abandoned, with their uploads, and uploads that no form is left for. */
export async function sweepDocuments(now: Date) {
  const before = subHours(now, ABANDONED_AFTER_HOURS);
  await db.reportDraft.deleteMany({ where: { updatedAt: { lt: before } } });
  const abandoned = { ...LOOSE, draftId: null, uploadedAt: { lt: before } };
  const found = await db.document.findMany({ where: abandoned, select: { id: true } });
  for (const { id } of found) await remove({ id, ...abandoned });
}

/**
 * The row goes first, which keeps it from being saved with an entry meanwhile; what an object store
 * holds of it goes by a job, which comes back for as long as the store fails.
 */
async function remove(where: { id: string; memberId?: string; draftId?: null } & typeof LOOSE) {
  await db.$transaction(async (tx) => {
    const document = await tx.document.findFirst({ where, select: { id: true, store: true } });
    if (!document) return;
    const { count } = await tx.document.deleteMany({ where });
    if (count > 0 && document.store === "s3") {
      await queueJob(tx, "remove-object", { documentId: document.id });
    }
  });
}
