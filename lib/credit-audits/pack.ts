import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { todayIn } from "@/lib/calendar";
import { countedCsv } from "@/lib/credit-audits/csv";
import { findAnyAudit, type ProvenAudit, withProofs } from "@/lib/credit-audits/queries";
import { db } from "@/lib/db";
import { findDocument } from "@/lib/documents/queries";
import type { MemberActor } from "@/lib/members/rules";
import { credentialsOf, periodOf } from "@/lib/renewals/wording";
import { may } from "@/lib/roles/rules";
import { findSettings } from "@/lib/settings/queries";
import { findTranscript } from "@/lib/transcripts/queries";
import { drawTranscript } from "@/lib/transcripts/renderer";
import { transcriptFileName } from "@/lib/transcripts/rules";
import { pathPart } from "@/lib/transcripts/zip";

/**
 * Everything about an audit for its member or staff: what counted, the transcript of its window, and
 * each document under its entry; null for anybody else. That staff took it is in the log.
 */
export async function openPack(actor: MemberActor, auditId: string, now: Date) {
  const today = todayIn((await findSettings()).timeZone, now);
  const found = await findAnyAudit(auditId, today);
  const isOwn = found?.memberId === actor.memberId;
  if (!found || !(isOwn || may(actor, "follow renewals"))) return null;
  const audit = await withProofs(found, today);
  const { from, to } = audit.renewal.window;
  const facts = await findTranscript(audit.memberId, { from, to }, now);
  if (!facts) return null;
  const transcript = await drawTranscript(facts);
  if (!isOwn) {
    const told = { act: "took the documents of an audit", subject: "credit audit" };
    await recordAudit(db, { actor, ...told, subjectId: audit.id }, now);
  }
  const { cycles } = audit.renewal;
  const what = pathPart(`Audit of ${credentialsOf(cycles)} ${periodOf(cycles)}`);
  const fileName = transcriptFileName(facts, `${what}.zip`);
  return { fileName, files: filesOf(actor, audit, transcript) };
}

async function* filesOf(actor: MemberActor, audit: ProvenAudit, transcript: Uint8Array) {
  const digits = String(audit.entries.length).length;
  const entries = audit.entries.map((each, at) => {
    const number = String(at + 1).padStart(digits, "0");
    const { earnedOn, title } = each.entry;
    return { ...each, folder: pathPart(`${number} ${earnedOn} ${title}`) };
  });
  yield { path: "counted credits.csv", bytes: new TextEncoder().encode(countedCsv(entries)) };
  yield { path: "transcript.pdf", bytes: transcript };
  const documents = [
    ...entries.flatMap((each) => each.documents.map((one) => ({ ...one, folder: each.folder }))),
    ...audit.others.map((one) => ({ ...one, folder: "other documents" })),
  ];
  // One after another: together their bytes may be more than a process should hold.
  for (const { id, fileName, folder } of documents) {
    const document = await findDocument(actor, id);
    if (!document) continue;
    const path = `documents/${folder}/${pathPart(fileName)}`;
    yield { path, bytes: new Uint8Array(document.bytes) };
  }
}
