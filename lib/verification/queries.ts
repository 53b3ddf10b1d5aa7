import "server-only";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { db } from "@/lib/db";
import { answerFor } from "@/lib/verification/rules";
import type { Prisma } from "@/prisma/generated/client";

const select = {
  certificateNumber: true,
  version: true,
  facts: true,
  revokedAt: true,
  certificate: {
    select: {
      versions: { orderBy: { version: "desc" }, select: { version: true } },
    },
  },
} satisfies Prisma.CertificateVersionSelect;

/** What anybody may learn of a certificate's version; null version: the latest. Null: unknown. */
export async function findVerification(number: string, version: number | null) {
  const found = await db.certificateVersion.findFirst({
    relationLoadStrategy: "join",
    where: { certificateNumber: number, ...(version && { version }) },
    orderBy: { version: "desc" },
    select,
  });
  return found && publicFacts(found);
}

/** The same by the SHA-256 of a file (hexadecimal); null when no certificate has exactly these bytes. */
export async function findVerificationOfFile(sha256: string) {
  const found = await db.certificateVersion.findFirst({
    relationLoadStrategy: "join",
    where: { file: { sha256 } },
    select,
  });
  return found && publicFacts(found);
}

/** Name, title, dates and credits; nothing else leaves. */
function publicFacts(found: Prisma.CertificateVersionGetPayload<{ select: typeof select }>) {
  const { name, suffix, title, dates, total, kind, creditType } = found.facts as CertificateFacts;
  return {
    number: found.certificateNumber,
    version: found.version,
    answer: answerFor(found, found.certificate.versions),
    facts: { name, suffix, title, dates, total, kind, creditType },
  };
}

export type Verification = NonNullable<Awaited<ReturnType<typeof findVerification>>>;
