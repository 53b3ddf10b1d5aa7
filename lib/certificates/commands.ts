import "server-only";
import { randomBytes } from "node:crypto";
import { certificateNumber } from "@/lib/certificates/number";
import { factsOf, issueSelect } from "@/lib/certificates/queries";
import { rowsOf } from "@/lib/claims/queries";
import { totalOf } from "@/lib/claims/rules";
import type { Tx } from "@/lib/db";
import { queueJob } from "@/lib/jobs/queue";
import type { Settings } from "@/lib/settings/queries";

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
  const number = before?.number ?? certificateNumber(randomBytes(10));
  const version = (before?.versions[0]?.version ?? 0) + 1;
  if (before) await endActive(tx, number, { supersededAt: now });
  else await tx.certificate.create({ data: { number, registrationId } });
  const { id } = await tx.certificateVersion.create({
    data: {
      certificateNumber: number,
      version,
      submissionId: claim.submissions[0]?.id ?? "",
      facts: factsOf(claim, rows, settings, { number, version, now }),
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
