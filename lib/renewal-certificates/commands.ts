import "server-only";
import { randomBytes } from "node:crypto";
import { certificateNumber } from "@/lib/certificates/number";
import type { Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { queueJob } from "@/lib/jobs/queue";
import { renewalFacts } from "@/lib/renewal-certificates/rules";
import type { MemberRenewal } from "@/lib/renewals/queries";
import type { Settings } from "@/lib/settings/queries";

/**
 * Issues the certificate of a renewal, or its next version, inside the transaction that renews and
 * holds the renewal's lock.
 */
export async function issueRenewalCertificate(
  tx: Tx,
  renewal: MemberRenewal,
  settings: Settings,
  now: Date,
): Promise<{ number: string; version: number }> {
  const before = renewal.certificate;
  const number = before?.number ?? certificateNumber(randomBytes(10));
  const version = (before?.version ?? 0) + 1;
  if (before)
    await tx.certificateVersion.updateMany({ where: active(number), data: { supersededAt: now } });
  else {
    const data = { number, renewalId: renewal.id };
    await tx.certificate.create({ data, select: { number: true } });
  }
  const { id } = await tx.certificateVersion.create({
    data: {
      certificateNumber: number,
      version,
      facts: renewalFacts(renewal, settings, { number, version, now, address: publicUrl() }),
      issuedAt: now,
    },
    select: { id: true },
  });
  await queueJob(tx, "render-certificate", { versionId: id });
  return { number, version };
}

/** Its payment was given back: the certificate holds no more. Without an active one nothing happens. */
export async function revokeRenewalCertificate(
  tx: Tx,
  renewalId: string,
  revokedReason: string,
  now: Date,
) {
  await tx.certificateVersion.updateMany({
    where: { certificate: { renewalId }, supersededAt: null, revokedAt: null },
    data: { revokedAt: now, revokedReason },
  });
}

const active = (certificateNumber: string) => {
  return { certificateNumber, supersededAt: null, revokedAt: null };
};
