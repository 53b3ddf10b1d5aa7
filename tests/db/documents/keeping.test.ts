import { subHours } from "date-fns";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import {
  attachDocuments,
  discardDocuments,
  keepDocument,
  sweepDocuments,
} from "@/lib/documents/commands";
import { findDocument } from "@/lib/documents/queries";
import { MACHINE } from "@/lib/members/rules";
import { changeSettings } from "@/lib/settings/commands";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { aFile, type FileKind } from "@/tests/support/files";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

const NOW = new Date("2026-04-14T19:05:00Z");

const aMember = async () => actorOf(await anAccount({ password: null }));
const keep = async (kind: FileKind, told: { name?: string; size?: number; now?: Date } = {}) => {
  const actor = await aMember();
  const { name = `proof.${kind}`, size, now = NOW } = told;
  return { actor, ...(await keepDocument(actor, { name, bytes: aFile(kind, size) }, now)) };
};

describe("an upload", () => {
  test.each([
    ["pdf", "application/pdf"],
    ["jpeg", "image/jpeg"],
    ["png", "image/png"],
    ["heic", "image/heic"],
  ] as const)("that is a %s is kept byte for byte", async (kind, mediaType) => {
    const { actor, id } = await keep(kind, { name: "../../proof" });
    const found = await findDocument(actor, id);
    expect(found).toMatchObject({ mediaType, store: "database" });
    expect(found?.fileName).toMatch(/^proof\.\w+$/);
    expect(new Uint8Array(found?.bytes ?? [])).toEqual(aFile(kind));
  });

  test.each([
    [
      "HTML named .pdf",
      "html",
      "proof.pdf",
      undefined,
      "proof.pdf is not a PDF, JPEG, PNG or HEIC",
    ],
    ["a GIF", "gif", "proof.gif", undefined, "is not a PDF, JPEG, PNG or HEIC"],
    ["zero bytes", "empty", "proof.pdf", undefined, "proof.pdf is empty."],
    ["over the limit", "pdf", "proof.pdf", 10 * 1024 * 1024 + 1, "is larger than 10 MB"],
  ] as const)("of %s is refused and leaves nothing", async (_what, kind, name, size, words) => {
    const actor = await aMember();
    const upload = { name, bytes: aFile(kind, size) };
    await expect(keepDocument(actor, upload, NOW)).rejects.toMatchObject({
      kind: "invalid",
      field: "documents",
      message: expect.stringContaining(words),
    });
    expect(await db.document.count({ where: { memberId: actor.memberId } })).toBe(0);
  });

  test("may be as large as staff say", async () => {
    await changeSettings(MACHINE, { documentLimitMegabytes: 1 }, NOW);
    await expect(keep("pdf", { size: 1024 * 1024 + 1 })).rejects.toMatchObject({
      message: "proof.pdf is larger than 1 MB. Choose a smaller file.",
    });
    await changeSettings(MACHINE, { documentLimitMegabytes: 10 }, NOW);
  });

  test("of a retired member is refused", async () => {
    const actor = actorOf(await anAccount({ password: null, retiredAt: NOW }));
    const upload = { name: "a.pdf", bytes: aFile("pdf") };
    await expect(keepDocument(actor, upload, NOW)).rejects.toMatchObject({ kind: "invalid" });
  });

  test("after many that no form was saved with is refused", async () => {
    const actor = await aMember();
    const upload = { name: "a.pdf", bytes: aFile("pdf") };
    for (let count = 0; count < 20; count += 1) await keepDocument(actor, upload, NOW);
    await expect(keepDocument(actor, upload, NOW)).rejects.toMatchObject({
      message: expect.stringContaining("many documents"),
    });
  });
});

test("of uploads at once no more are kept than may wait for a form", async () => {
  const actor = await aMember();
  const upload = { name: "a.pdf", bytes: aFile("pdf") };
  for (let count = 0; count < 18; count += 1) await keepDocument(actor, upload, NOW);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 6 }, () => keepDocument(actor, upload, NOW)),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  expect(await db.document.count({ where: { memberId: actor.memberId } })).toBe(20);
});

describe("a document", () => {
  test("is there for its owner and staff, and for nobody else", async () => {
    const { actor, id } = await keep("pdf");
    expect(await findDocument(actor, id)).not.toBeNull();
    expect(await findDocument(await aStaffMember(), id)).not.toBeNull();
    for (const other of await othersThanStaff()) expect(await findDocument(other, id)).toBeNull();
    expect(await findDocument(actor, "../../x")).toBeNull();
  });

  test("of another member cannot be attached nor discarded", async () => {
    const { id } = await keep("pdf");
    const other = await aMember();
    const entry = await anEntry({ id: other.memberId });
    await expect(
      db.$transaction((tx) => attachDocuments(tx, other.memberId, [id], entry.id)),
    ).rejects.toMatchObject({ kind: "conflict", field: "documents" });
    await discardDocuments(other, [id]);
    expect(await db.document.findUnique({ where: { id } })).toMatchObject({ entryId: null });
  });

  test("proves one entry only, and stays with it", async () => {
    const { actor, id } = await keep("pdf");
    const [entry, second] = await Promise.all([
      anEntry({ id: actor.memberId }),
      anEntry({ id: actor.memberId }),
    ]);
    const attach = (entryId: string) =>
      db.$transaction((tx) => attachDocuments(tx, actor.memberId, [id], entryId));
    const outcomes = await Promise.allSettled([attach(entry.id), attach(second.id)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await discardDocuments(actor, [id]);
    await sweepDocuments(new Date("2030-01-01T00:00:00Z"));
    expect(await findDocument(actor, id)).not.toBeNull();
    await expect(db.document.delete({ where: { id } })).rejects.toThrow();
  });
});

describe("sweeping", () => {
  const draftOf = ({ memberId }: { memberId: string }, updatedAt: Date) =>
    db.reportDraft.create({ data: { memberId, fields: {}, updatedAt } });

  test("removes uploads without a form after a day, and those of forms left for a day", async () => {
    const yesterday = subHours(NOW, 25);
    const [loose, fresh, left, open] = await Promise.all([
      keep("pdf", { now: yesterday }),
      keep("pdf", { now: subHours(NOW, 23) }),
      keep("png", { now: yesterday }),
      keep("png", { now: yesterday }),
    ]);
    const oldDraft = await draftOf(left.actor, yesterday);
    const openDraft = await draftOf(open.actor, subHours(NOW, 1));
    await db.document.update({ where: { id: left.id }, data: { draftId: oldDraft.id } });
    await db.document.update({ where: { id: open.id }, data: { draftId: openDraft.id } });
    await sweepDocuments(NOW);
    const ids = [loose, fresh, left, open].map(({ id }) => id);
    const kept = await db.document.findMany({ where: { id: { in: ids } } });
    expect(kept.map(({ id }) => id).toSorted()).toEqual([fresh.id, open.id].toSorted());
    const contents = await db.documentContent.count({ where: { documentId: { in: ids } } });
    expect(contents).toBe(2);
    const drafts = { id: { in: [oldDraft.id, openDraft.id] } };
    expect(await db.reportDraft.findMany({ where: drafts })).toMatchObject([{ id: openDraft.id }]);
  });
});
