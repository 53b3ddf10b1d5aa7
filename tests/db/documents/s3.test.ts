import { subHours } from "date-fns";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { keepDocument, sweepDocuments } from "@/lib/documents/commands";
import { findDocument } from "@/lib/documents/queries";
import { setEnvironment } from "@/lib/env";
import { handlers } from "@/lib/jobs/handlers";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { aFile } from "@/tests/support/files";
import { S3_KEY, startS3Server } from "@/tests/support/s3-server";

const NOW = new Date("2026-04-14T19:05:00Z");
const upload = { name: "proof.pdf", bytes: aFile("pdf", 5000) };
let store: Awaited<ReturnType<typeof startS3Server>>;

beforeAll(async () => {
  store = await startS3Server();
});

afterAll(() => store.stop());

const useStore = () =>
  setEnvironment({
    S3_BUCKET: "credence-documents",
    S3_ENDPOINT: store.endpoint,
    S3_ACCESS_KEY_ID: S3_KEY.id,
    S3_SECRET_ACCESS_KEY: S3_KEY.secret,
  });

test("with a bucket set new documents go there, and old ones are read where they are", async () => {
  const actor = actorOf(await anAccount({ password: null }));
  const old = await keepDocument(actor, upload, NOW);
  useStore();
  const kept = await keepDocument(actor, upload, NOW);
  expect(store.objects.get(`/credence-documents/documents/${kept.id}`)).toMatchObject({
    mediaType: "application/pdf",
  });
  expect(await db.documentContent.count({ where: { documentId: kept.id } })).toBe(0);
  for (const [{ id }, where] of [[old, "database"] as const, [kept, "s3"] as const]) {
    const found = await findDocument(actor, id);
    expect(found).toMatchObject({ store: where, fileName: "proof.pdf" });
    expect(new Uint8Array(found?.bytes ?? [])).toEqual(upload.bytes);
  }
});

test("sweeping removes from the store once the row is gone, by a job that comes back", async () => {
  useStore();
  const actor = actorOf(await anAccount({ password: null }));
  const { id } = await keepDocument(actor, upload, subHours(NOW, 25));
  store.failNow(true);
  await sweepDocuments(NOW);
  expect(await db.document.count({ where: { id } })).toBe(0);
  const [job] = await db.$queryRaw<{ data: Record<string, string> }[]>`
    SELECT data FROM pgboss.job WHERE name = 'remove-object' AND data->>'documentId' = ${id}`;
  const work = () =>
    handlers["remove-object"].run({ data: job?.data ?? {}, lastTry: false, now: NOW });
  await expect(work()).rejects.toThrow();
  store.failNow(false);
  for (const _again of [1, 2]) await work();
  expect(store.objects.has(`/credence-documents/documents/${id}`)).toBe(false);
});

test("an upload that the store does not take is told as a failure, and its row is swept", async () => {
  useStore();
  const actor = actorOf(await anAccount({ password: null }));
  store.failNow(true);
  await expect(keepDocument(actor, upload, subHours(NOW, 25))).rejects.toThrow();
  store.failNow(false);
  await sweepDocuments(NOW);
  expect(await db.document.count({ where: { memberId: actor.memberId } })).toBe(0);
});
