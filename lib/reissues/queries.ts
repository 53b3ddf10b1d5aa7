import "server-only";
import { factsOf } from "@/lib/certificates/facts";
import { issueSelect } from "@/lib/certificates/queries";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { rowsOf } from "@/lib/claims/rows";
import { totalOf } from "@/lib/claims/rules";
import { db, type Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { fingerprintOf } from "@/lib/fingerprint";
import { linesOf, type Reissue, statedBeside } from "@/lib/reissues/rules";
import { renewalFacts } from "@/lib/renewal-certificates/rules";
import { findAnyRenewal } from "@/lib/renewals/queries";
import type { Settings } from "@/lib/settings/queries";
import type { Prisma } from "@/prisma/generated/client";

const latestSelect = {
  number: true,
  versions: {
    orderBy: { version: "desc" },
    take: 1,
    select: { version: true, facts: true, issuedAt: true, revokedAt: true },
  },
} satisfies Prisma.CertificateSelect;

type Latest = Prisma.CertificateGetPayload<{ select: typeof latestSelect }>;

/** The next version of a claim's certificate beside the latest; null: there is none, or no credit. */
export async function findReissueOfClaim(
  registrationId: string,
  settings: Settings,
  now: Date,
  tx: Tx = db,
): Promise<Reissue | null> {
  const claim = await tx.registration.findUnique({
    relationLoadStrategy: "join",
    where: { id: registrationId },
    select: { ...issueSelect, certificate: { select: latestSelect } },
  });
  if (!claim?.certificate) return null;
  const rows = rowsOf(claim.days).filter((row) => row.submittedAt);
  if (totalOf(rows) === 0) return null;
  return reissueOf(claim.certificate, (issue) => factsOf(claim, rows, settings, issue), now);
}

/** The same of a renewal; null: it has none, or its payment was given back since. */
export async function findReissueOfRenewal(
  renewalId: string,
  settings: Settings,
  now: Date,
  tx: Tx = db,
): Promise<Reissue | null> {
  const renewal = await findAnyRenewal(renewalId, tx);
  if (!renewal?.renewedAt || !renewal.certificate || renewal.cycles.length === 0) return null;
  const { number } = renewal.certificate;
  const latest = await tx.certificate.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { number },
    select: latestSelect,
  });
  return reissueOf(latest, (issue) => renewalFacts(renewal, settings, issue), now);
}

/** The same of whatever a request is about; null also where that has no certificate. */
export async function findReissue(
  about: { registration: { id: string } | null; renewal: { id: string } | null },
  settings: Settings,
  now: Date,
): Promise<Reissue | null> {
  const { registration, renewal } = about;
  if (renewal) return findReissueOfRenewal(renewal.id, settings, now);
  return registration && findReissueOfClaim(registration.id, settings, now);
}

type Issue = Parameters<typeof factsOf>[3];

function reissueOf(
  { number, versions }: Latest,
  factsFor: (issue: Issue) => CertificateFacts,
  now: Date,
): Reissue | null {
  const [latest] = versions;
  if (!latest) return null;
  const { version, issuedAt, revokedAt } = latest;
  const becomes = factsFor({ number, version: version + 1, now, address: publicUrl() });
  const says = linesOf(becomes).map((line) => [line.name, line.says] as const);
  return {
    number,
    version,
    issuedAt,
    isActive: !revokedAt,
    stated: statedBeside(latest.facts as CertificateFacts, becomes),
    seen: fingerprintOf(Object.fromEntries(says)),
  };
}
