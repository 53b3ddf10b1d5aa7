import { randomUUID } from "node:crypto";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { bringProof, sendProofs, takeBackProof } from "@/lib/credit-audit-answers/commands";
import { giveTime } from "@/lib/credit-audits/commands";
import { openPack } from "@/lib/credit-audits/pack";
import { findAuditOf, listAuditsWith, missingOf, withProofs } from "@/lib/credit-audits/queries";
import { db } from "@/lib/db";
import { keepDocument, sweepDocuments } from "@/lib/documents/commands";
import type { MemberActor } from "@/lib/members/rules";
import { zipped } from "@/lib/transcripts/zip";
import { aCreditAudit, DUE_ON } from "@/tests/support/a-credit-audit";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { aFile } from "@/tests/support/files";
import { aStaffMember } from "@/tests/support/staff";

const NOW = new Date("2026-11-25T15:00:00Z");
const TODAY = "2026-11-25";

async function aDocument(actor: MemberActor, name = "proof.pdf") {
  return (await keepDocument(actor, { name, bytes: aFile("pdf") }, NOW)).id;
}

type Audited = Awaited<ReturnType<typeof aCreditAudit>>;

async function bring({ actor, auditId, entries: [entry] }: Audited, name?: string) {
  const id = await aDocument(actor, name);
  await bringProof(actor, { auditId, entryId: entry?.id ?? "", documents: [id] }, NOW);
  return id;
}

const send = ({ actor, auditId }: Pick<Audited, "actor" | "auditId">, version = 0) =>
  sendProofs(actor, { auditId, version, note: "" }, NOW);

async function proven({ member, renewalId }: Audited, today = TODAY) {
  const audit = await findAuditOf(member.id, renewalId, today);
  if (!audit) throw new Error("no audit");
  return withProofs(audit, today);
}

const isNotFound = { kind: "not-found" };

describe("a member", () => {
  test("sees what counted and what has no document yet", async () => {
    const audited = await aCreditAudit({ titles: ["Strength Course", "Balance Course"] });
    const audit = await proven(audited);
    expect(audit).toMatchObject({ state: "open", dueOn: DUE_ON, place: 1 });
    expect(audit.entries.map(({ entry, counted }) => [entry.title, counted])).toEqual([
      ["Strength Course", 1000],
      ["Balance Course", 1000],
    ]);
    expect(missingOf(audit)).toHaveLength(2);
    expect(await listAuditsWith(audited.member.id, TODAY)).toHaveLength(1);
  });

  test("brings a document, takes it back, brings another, and sends: then it is the entry's", async () => {
    const audited = await aCreditAudit();
    const { actor, auditId, entries } = audited;
    const wrong = await bring(audited, "wrong.pdf");
    await takeBackProof(actor, { auditId, documentId: wrong }, NOW);
    expect(missingOf(await proven(audited))).toHaveLength(1);
    const right = await bring(audited, "right.pdf");
    const find = (id: string) => db.document.findUniqueOrThrow({ where: { id } });
    // What was brought is kept however long it waits; what was taken back is swept.
    await sweepDocuments(new Date("2026-12-20T15:00:00Z"));
    await expect(find(wrong)).rejects.toThrow();
    expect(await find(right)).toMatchObject({ entryId: null, auditId });
    await send(audited);
    expect(await find(right)).toMatchObject({ entryId: entries[0]?.id, auditId });
    const audit = await proven(audited);
    expect(audit).toMatchObject({ state: "answered", answeredAt: NOW, version: 1 });
    expect(audit.steps).toMatchObject([{ kind: "sent", number: 1, dueOn: DUE_ON }]);
    expect(await listAuditsWith(audited.member.id, TODAY)).toEqual([]);
    const acts = await db.auditEntry.findMany({ where: { subjectId: auditId } });
    expect(acts.map(({ act }) => act)).toEqual(["drew a renewal to audit", "answered an audit"]);
  });

  test("who can't prove a credit says why", async () => {
    const { actor, auditId } = await aCreditAudit({ titles: ["Strength Course", "Other"] });
    await expect(send({ actor, auditId })).rejects.toMatchObject({
      field: "note",
      message:
        "Strength Course and 1 more have no document yet. Add one, or say here why there is none.",
    });
    await sendProofs(actor, { auditId, version: 0, note: "The provider is closed." }, NOW);
    const steps = await db.creditAuditStep.findMany({ where: { auditId } });
    expect(steps).toMatchObject([{ kind: "sent", text: "The provider is closed." }]);
  });

  test("is asked for nothing that the association vouches for", async () => {
    const audited = await aCreditAudit();
    const { member, entries } = audited;
    const [entry] = entries;
    const earnedOn = entry?.earnedOn.toISOString().slice(0, 10);
    await anEntry(member, { source: "provider_post", title: "Posted", earnedOn });
    const audit = await proven(audited);
    const posted = audit.entries.find((each) => each.entry.title === "Posted");
    expect(posted).toMatchObject({ isAsked: false, vouched: expect.stringContaining("provider") });
    expect(missingOf(audit).map((each) => each.entry.title)).toEqual(["Strength Course"]);
  });

  test("changes nothing once it is sent, until staff send it back", async () => {
    const audited = await aCreditAudit();
    const { actor, auditId, entries, staff } = audited;
    const sent = await bring(audited);
    await send(audited);
    const entryId = entries[0]?.id ?? "";
    const loose = await aDocument(actor);
    const bringMore = () => bringProof(actor, { auditId, entryId, documents: [loose] }, NOW);
    for (const act of [
      bringMore,
      () => takeBackProof(actor, { auditId, documentId: sent }, NOW),
      () => sendProofs(actor, { auditId, version: 0, note: "once more" }, NOW),
    ]) {
      await expect(act()).rejects.toMatchObject({ kind: "conflict" });
    }
    const more = { auditId, version: 1, dueOn: DUE_ON, reason: "Page 2 is missing." };
    await giveTime(staff, more, NOW);
    // The form of the first answer comes once more.
    await expect(send(audited)).rejects.toMatchObject({ kind: "conflict" });
    await bringMore();
    // What was sent before stays.
    await expect(takeBackProof(actor, { auditId, documentId: sent }, NOW)).rejects.toMatchObject(
      isNotFound,
    );
    await send(audited, 2);
    const audit = await proven(audited);
    expect(audit.entries[0]?.documents.map(({ isLoose }) => isLoose)).toEqual([false, false]);
    expect(audit.steps.map(({ kind }) => kind)).toEqual(["sent", "returned", "sent"]);
  });

  test("may still send after the last day", async () => {
    const audited = await aCreditAudit();
    const late = new Date("2026-12-24T15:00:00Z");
    expect((await proven(audited, "2026-12-24")).state).toBe("overdue");
    await sendProofs(
      audited.actor,
      { auditId: audited.auditId, version: 0, note: "Late, sorry." },
      late,
    );
    expect((await proven(audited, "2026-12-24")).state).toBe("answered");
  });

  test("who is retired reads only", async () => {
    const audited = await aCreditAudit();
    const { actor, auditId, member } = audited;
    await db.member.update({ where: { id: member.id }, data: { retiredAt: NOW } });
    await expect(sendProofs(actor, { auditId, version: 0, note: "x" }, NOW)).rejects.toMatchObject({
      kind: "invalid",
    });
    expect(await openPack(actor, auditId, NOW)).not.toBeNull();
    // Nothing asks for what they may not do.
    expect(await listAuditsWith(member.id, TODAY)).toEqual([]);
  });

  test("whose answer came back has room for as many documents again", async () => {
    const audited = await aCreditAudit();
    const { actor, auditId, entries, staff } = audited;
    const entryId = entries[0]?.id ?? "";
    const five = async () => {
      const documents = [];
      for (let n = 0; n < 5; n += 1) documents.push(await aDocument(actor));
      await bringProof(actor, { auditId, entryId, documents }, NOW);
    };
    await five();
    await send(audited);
    await giveTime(staff, { auditId, version: 1, dueOn: DUE_ON, reason: "Unreadable." }, NOW);
    await five();
    const one = { auditId, entryId, documents: [await aDocument(actor)] };
    await expect(bringProof(actor, one, NOW)).rejects.toMatchObject({ field: "documents" });
    expect((await proven(audited)).entries[0]?.documents).toHaveLength(10);
  });

  test("brings at most five documents for one credit, and for credits of the renewal alone", async () => {
    const audited = await aCreditAudit();
    const { actor, auditId, member, entries } = audited;
    const documents = [];
    for (let n = 0; n < 6; n += 1) documents.push(await aDocument(actor));
    const entryId = entries[0]?.id ?? "";
    await expect(bringProof(actor, { auditId, entryId, documents }, NOW)).rejects.toMatchObject({
      field: "documents",
    });
    await bringProof(actor, { auditId, entryId, documents: documents.slice(0, 5) }, NOW);
    const outside = await anEntry(member, { earnedOn: "2020-01-01" });
    await expect(
      bringProof(actor, { auditId, entryId: outside.id, documents: documents.slice(5) }, NOW),
    ).rejects.toMatchObject(isNotFound);
  });
});

describe("another member's audit", () => {
  test("does not exist, nor do another's documents", async () => {
    const audited = await aCreditAudit();
    const { auditId, renewalId, entries } = audited;
    const brought = await bring(audited);
    const other = actorOf(await anAccount({ password: null }));
    const own = await aDocument(other);
    const entryId = entries[0]?.id ?? "";
    expect(await findAuditOf(other.memberId, renewalId, TODAY)).toBeNull();
    expect(await openPack(other, auditId, NOW)).toBeNull();
    expect(await openPack({ ...other, roles: ["local_office"] }, auditId, NOW)).toBeNull();
    for (const act of [
      () => bringProof(other, { auditId, entryId, documents: [own] }, NOW),
      () => takeBackProof(other, { auditId, documentId: brought }, NOW),
      () => sendProofs(other, { auditId, version: 0, note: "x" }, NOW),
      () => sendProofs(other, { auditId: randomUUID(), version: 0, note: "x" }, NOW),
      () => bringProof(audited.actor, { auditId, entryId, documents: [own] }, NOW),
    ]) {
      await expect(act()).rejects.toMatchObject(isNotFound);
    }
    expect(await db.document.findUnique({ where: { id: own } })).toMatchObject({ auditId: null });
  });
});

describe("at once", () => {
  test("four sendings are one", async () => {
    const audited = await aCreditAudit();
    await bring(audited);
    const { auditId } = audited;
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => send(audited)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.creditAuditStep.count({ where: { auditId } })).toBe(1);
  });
});

describe("the pack", () => {
  test("holds the transcript, what counted with reasons, and every document under its credit", async () => {
    const audited = await aCreditAudit({ titles: ["Strength: ../../etc", "Balance Course"] });
    await bring(audited, "a scan.pdf");
    const pack = await openPack(await aStaffMember(), audited.auditId, NOW);
    if (!pack) throw new Error("no pack");
    const chunks = [];
    for await (const chunk of zipped(pack.files)) chunks.push(chunk);
    const files = unzipSync(new Uint8Array(Buffer.concat(chunks)));
    const day = audited.entries[0]?.earnedOn.toISOString().slice(0, 10);
    expect(Object.keys(files)).toEqual([
      "counted credits.csv",
      "transcript.pdf",
      `documents/1 ${day} Strength .. .. etc/a scan.pdf`,
    ]);
    expect(pack.fileName).toMatch(/^2026-11-25 Ada Example - Audit of ACSM-CPT .*\.zip$/);
    const csv = new TextDecoder().decode(files["counted credits.csv"]);
    expect(csv).toContain("Balance Course");
    expect(csv).toContain("10.00,10.00,counted");
    expect(
      Buffer.from(files["transcript.pdf"] ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    const acts = await db.auditEntry.findMany({ where: { subjectId: audited.auditId } });
    expect(acts.map(({ act }) => act)).toContain("took the documents of an audit");
  });
});
