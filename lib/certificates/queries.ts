import "server-only";
import { certificateOf } from "@/lib/certificates/facts";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { rowSelect } from "@/lib/claims/queries";
import { db } from "@/lib/db";
import type { MemberActor } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";
import { findSettings } from "@/lib/settings/queries";
import type { Prisma } from "@/prisma/generated/client";

/** What an event was approved for. */
export const approvalSelect = {
  creditTypeName: true,
  designations: {
    select: {
      audience: true,
      maximum: true,
      approvalNumber: true,
      statement: true,
      creditType: { select: { name: true, physiciansOnly: true } },
    },
  },
} satisfies Prisma.EventSelect;

/** All that a certificate states, as it stands now. */
export const issueSelect = {
  days: rowSelect,
  event: {
    select: {
      title: true,
      place: true,
      learningFormat: true,
      accreditationStatement: true,
      ...approvalSelect,
    },
  },
  member: {
    select: {
      firstName: true,
      lastName: true,
      suffix: true,
      profession: { select: { physician: true } },
    },
  },
  submissions: { orderBy: { number: "desc" }, take: 1, select: { id: true } },
  certificate: {
    select: {
      number: true,
      versions: { orderBy: { version: "desc" }, take: 1, select: { version: true } },
    },
  },
} satisfies Prisma.RegistrationSelect;

/** Which certificate the next submission of a member's claim would issue. */
export async function findCertificateToIssue(memberId: string, registrationId: string) {
  const [claim, settings] = await Promise.all([
    db.registration.findFirstOrThrow({
      relationLoadStrategy: "join",
      where: { id: registrationId, memberId },
      select: { event: issueSelect.event, member: issueSelect.member },
    }),
    findSettings(),
  ]);
  return certificateOf(claim, settings);
}

/** Whose certificates an actor may read: their own, also what a merge left behind, staff all. */
function readableBy(actor: MemberActor): Prisma.CertificateWhereInput {
  if (may(actor, "correct credits")) return {};
  const { memberId } = actor;
  const member = { OR: [{ id: memberId }, { mergedIntoId: memberId }] };
  return { OR: [{ registration: { member } }, { renewal: { member } }] };
}

/** The member that a certificate is about. */
const holderSelect = { select: { id: true, mergedIntoId: true } } as const;

/** A version of a certificate (null: the latest) for its owner or staff; null for all others. */
export async function findCertificate(actor: MemberActor, number: string, version: number | null) {
  const found = await db.certificateVersion.findFirst({
    relationLoadStrategy: "join",
    where: {
      certificateNumber: number,
      ...(version && { version }),
      certificate: readableBy(actor),
    },
    orderBy: { version: "desc" },
    select: {
      id: true,
      version: true,
      facts: true,
      supersededAt: true,
      revokedAt: true,
      revokedReason: true,
      heldReason: true,
      file: { select: { sha256: true } },
      certificate: {
        select: {
          versions: { orderBy: { version: "desc" }, select: { version: true } },
          /** Null: not a claim's. */
          registration: { select: { id: true, memberId: true, member: holderSelect } },
          /** Null: not a renewal's. */
          renewal: { select: { id: true, memberId: true, member: holderSelect } },
        },
      },
    },
  });
  if (!found) return null;
  const { registration, renewal } = found.certificate;
  const holder = registration?.member ?? renewal?.member;
  return {
    ...found,
    facts: found.facts as CertificateFacts,
    /** The record that its own was merged into, where a merge left it behind. */
    mergedIntoId: holder?.mergedIntoId ?? null,
  };
}

export type FoundCertificate = NonNullable<Awaited<ReturnType<typeof findCertificate>>>;

/** The PDF of a version for its owner or staff; `file` is null until it is rendered. */
export async function findCertificateFile(
  actor: MemberActor,
  number: string,
  version: number | null,
) {
  // Prisma would join the bytes as text inside JSON.
  const [found] = await db.$queryRaw<Stored[]>`
    SELECT v.version, v.facts, v.held_reason AS "heldReason", f.bytes, f.sha256
      FROM certificate_versions v
      JOIN certificates c ON c.number = v.certificate_number
      LEFT JOIN registrations r ON r.id = c.registration_id
      LEFT JOIN renewals n ON n.id = c.renewal_id
      LEFT JOIN members m ON m.id = coalesce(r.member_id, n.member_id)
      LEFT JOIN certificate_files f ON f.version_id = v.id
     WHERE v.certificate_number = ${number} AND v.version = coalesce(${version}::int, v.version)
       AND (${may(actor, "correct credits")} OR ${actor.memberId}::uuid IN (m.id, m.merged_into_id))
     ORDER BY v.version DESC LIMIT 1`;
  if (!found) return null;
  const { bytes, sha256, ...issued } = found;
  return { ...issued, file: bytes && sha256 ? { bytes, sha256 } : null };
}

type Stored = {
  version: number;
  facts: CertificateFacts;
  heldReason: string | null;
  bytes: Uint8Array<ArrayBuffer> | null;
  sha256: string | null;
};
