import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { certificatePath } from "@/lib/addresses";
import { recordAudit } from "@/lib/audit/commands";
import { factsOf } from "@/lib/certificates/facts";
import { certificateNumber } from "@/lib/certificates/number";
import { issueSelect } from "@/lib/certificates/queries";
import type { CertificateFacts } from "@/lib/certificates/rules";
import type { CertificateAct } from "@/lib/certificates/schema";
import { lockAnyClaim } from "@/lib/claims/lock";
import { rowsOf } from "@/lib/claims/rows";
import { totalOf } from "@/lib/claims/rules";
import { db, type Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { DomainError, notFoundError } from "@/lib/errors";
import { queueJob } from "@/lib/jobs/queue";
import type { Actor } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import {
  certificateReissued,
  certificateRevoked,
} from "@/lib/messages/templates/certificate-revoked";
import { findSettings, type Settings } from "@/lib/settings/queries";

const CORRECTED_TO_NONE = "The credits were corrected to 0.00.";

/**
 * Brings the certificate of a claim into step with its locked days, inside the transaction that
 * changed them and holds the claim's lock: the next version where the total is over 0, else the
 * active version is revoked. Answers the version that was issued, or null.
 */
export async function issueCertificate(
  tx: Tx,
  registrationId: string,
  settings: Settings,
  now: Date,
): Promise<{ number: string; version: number } | null> {
  const claim = await tx.registration.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { id: registrationId },
    select: issueSelect,
  });
  const rows = rowsOf(claim.days).filter((row) => row.submittedAt);
  const before = claim.certificate;
  if (totalOf(rows) === 0) {
    if (before)
      await endActive(tx, before.number, { revokedAt: now, revokedReason: CORRECTED_TO_NONE });
    return null;
  }
  const [submission] = claim.submissions;
  if (!submission) throw new Error(`locked claim ${registrationId} has no submission`);
  const number = before?.number ?? certificateNumber(randomBytes(10));
  const version = (before?.versions[0]?.version ?? 0) + 1;
  if (before) await endActive(tx, number, { supersededAt: now });
  else await tx.certificate.create({ data: { number, registrationId }, select: { number: true } });
  const { id } = await tx.certificateVersion.create({
    data: {
      certificateNumber: number,
      version,
      submissionId: submission.id,
      facts: factsOf(claim, rows, settings, { number, version, now, address: publicUrl() }),
      issuedAt: now,
    },
    select: { id: true },
  });
  await queueJob(tx, "render-certificate", { versionId: id });
  return { number, version };
}

/** At most one version of a number is active; the database sees to it. */
function endActive(
  tx: Tx,
  number: string,
  data: { supersededAt: Date } | { revokedAt: Date; revokedReason: string },
) {
  return tx.certificateVersion.updateMany({
    where: { certificateNumber: number, supersededAt: null, revokedAt: null },
    data,
  });
}

/** Staff declare the active certificate of a claim invalid; the member is told why. */
export async function revokeCertificate(actor: Actor, input: CertificateAct, now: Date) {
  const settings = await findSettings();
  await db.$transaction(async (tx) => {
    const told = await lockCertificate(tx, actor, input);
    const { count } = await endActive(tx, told.number, {
      revokedAt: now,
      revokedReason: input.reason,
    });
    if (count === 0) {
      throw new DomainError("conflict", "No version of this certificate is active any more.");
    }
    await auditAct(tx, actor, input, { act: "revoked a certificate", ...told }, now);
    const letter = certificateRevoked(settings, { ...input, ...told });
    await queueMessage(tx, { ...letter, ...told.mail }, now);
  });
}

/** Staff issue the next version of a claim's certificate, from what is on record now. */
export async function reissueCertificate(actor: Actor, input: CertificateAct, now: Date) {
  const settings = await findSettings();
  return db.$transaction(async (tx) => {
    const told = await lockCertificate(tx, actor, input);
    const issued = await issueCertificate(tx, input.registrationId, settings, now);
    if (!issued) {
      throw new DomainError("invalid", "The total is 0.00, so there is nothing to certify.");
    }
    await auditAct(tx, actor, input, { act: "reissued a certificate", ...told, ...issued }, now);
    const certificateUrl = `${publicUrl()}${certificatePath(issued.number)}`;
    const letter = certificateReissued(settings, { ...input, ...told, ...issued, certificateUrl });
    await queueMessage(tx, { ...letter, ...told.mail }, now);
    return issued;
  });
}

/** The claim's lock, for a certificate of which nobody made a version since the page was opened. */
async function lockCertificate(tx: Tx, actor: Actor, { registrationId, version }: CertificateAct) {
  const { member, event, certificate } = await lockAnyClaim(
    tx,
    actor,
    "correct credits",
    registrationId,
  );
  const latest = certificate?.versions[0];
  if (!certificate || !latest) throw notFoundError();
  if (latest.version !== version) {
    const stands = `The certificate is at version ${latest.version} by now.`;
    throw new DomainError("conflict", `${stands} Look at it and decide again.`);
  }
  return {
    number: certificate.number,
    version,
    title: event.title,
    firstName: member.firstName,
    mail: { kind: "certificate_changed", memberId: member.id, toAddress: member.email } as const,
  };
}

function auditAct(
  tx: Tx,
  actor: Actor,
  { registrationId, reason }: CertificateAct,
  { act, number, version }: { act: string; number: string; version: number },
  now: Date,
) {
  const facts = { certificate: { number, version } };
  const about = { subject: "registration", subjectId: registrationId };
  return recordAudit(tx, { actor, act, ...about, facts, personal: { reason } }, now);
}

/** What drawing a certificate gives: its bytes, or the characters that no font has. */
export type Drawing = { bytes: Uint8Array } | { missing: readonly string[] };

/**
 * Draws a version from its facts and keeps the bytes, once: whoever comes second changes nothing. A
 * name with characters that no font has is held for staff, never printed wrong.
 */
export async function renderVersion(
  versionId: string,
  draw: (facts: CertificateFacts) => Promise<Drawing>,
  now: Date,
) {
  const version = await db.certificateVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { facts: true, file: { select: { versionId: true } } },
  });
  if (version.file) return;
  const drawing = await draw(version.facts as CertificateFacts);
  if ("missing" in drawing) {
    const heldReason = `no font has the ${drawing.missing.length === 1 ? "character" : "characters"} ${drawing.missing.join(" ")}.`;
    await db.certificateVersion.update({
      where: { id: versionId },
      data: { heldReason },
      select: { id: true },
    });
    return;
  }
  const bytes = Uint8Array.from(drawing.bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const data = { versionId, bytes, sha256, renderedAt: now };
  await db.$transaction([
    db.certificateFile.createMany({ data, skipDuplicates: true }),
    // Held by an earlier try, which had fewer fonts.
    db.certificateVersion.updateMany({
      where: { id: versionId, heldReason: { not: null } },
      data: { heldReason: null },
    }),
  ]);
}
