import "server-only";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { db } from "@/lib/db";

type LeftBehind = { number: string; facts: CertificateFacts };

/**
 * The certificates that a merge left with the records that were merged into a member's: of an event
 * that both claimed, or of a renewal that both had.
 */
export function listLeftBehind(memberId: string) {
  return db.$queryRaw<LeftBehind[]>`
    SELECT v.certificate_number AS number, v.facts FROM (
        SELECT c.number FROM members m JOIN registrations r ON r.member_id = m.id
          JOIN certificates c ON c.registration_id = r.id WHERE m.merged_into_id = ${memberId}::uuid
        UNION ALL
        SELECT c.number FROM members m JOIN renewals n ON n.member_id = m.id
          JOIN certificates c ON c.renewal_id = n.id WHERE m.merged_into_id = ${memberId}::uuid
      ) AS left_behind
      JOIN certificate_versions v ON v.certificate_number = left_behind.number
     WHERE v.superseded_at IS NULL AND v.revoked_at IS NULL
     ORDER BY v.issued_at DESC, v.certificate_number`;
}
