import "server-only";
import type { Tx } from "@/lib/db";
import type { Plan } from "@/lib/merges/rules";

type Both = { keptId: string; otherId: string; stays: Plan["stays"] };

/**
 * Nobody decides about their own: what the member of the record that is kept decided about the other
 * one can't become theirs. What stays with the other record does not.
 */
export async function refusalsOfOwn(tx: Tx, { keptId, otherId, stays }: Both): Promise<string[]> {
  const found = await tx.$queryRaw<{ what: string }[]>`
    WITH claims AS (
      SELECT id FROM registrations
       WHERE member_id = ${otherId}::uuid AND id <> ALL(${stays.registrations}::uuid[])
    ), credit AS (
      SELECT id FROM credit_entries
       WHERE member_id = ${otherId}::uuid
         AND (registration_id IS NULL OR registration_id IN (SELECT id FROM claims))
    ), due AS (
      SELECT id FROM renewals
       WHERE member_id = ${otherId}::uuid AND id <> ALL(${stays.renewals}::uuid[])
    ), paid AS (
      SELECT p.id, p.refund_requested_by_id AS by_id FROM payments p
        JOIN invoices i ON i.id = p.invoice_id WHERE i.renewal_id IN (SELECT id FROM due)
    ), decided AS (
      SELECT 1 AS place, 'the correction of a claim' AS what, corrected_by_id AS by_id
        FROM corrections WHERE registration_id IN (SELECT id FROM claims)
      UNION ALL
      SELECT 2, 'the correction of credit', corrected_by_id
        FROM entry_corrections WHERE entry_id IN (SELECT id FROM credit)
      UNION ALL
      SELECT 3, 'the signature of a form', s.officer_id FROM form_signatures s
        JOIN reporting_forms f ON f.id = s.form_id WHERE f.member_id = ${otherId}::uuid
      UNION ALL
      SELECT 4, 'a form in a submission', d.decided_by_id FROM line_decisions d
        JOIN batch_lines l ON l.id = d.line_id JOIN batches b ON b.id = l.batch_id
       WHERE b.renewal_id IN (SELECT id FROM due)
      UNION ALL
      SELECT 5, 'a waiver', granted_by_id FROM waivers WHERE renewal_id IN (SELECT id FROM due)
      UNION ALL
      SELECT 6, 'a refund', by_id FROM paid
      UNION ALL
      SELECT 7, 'a payment', r.resolved_by_id FROM payment_resolutions r
       WHERE r.payment_id IN (SELECT id FROM paid)
      UNION ALL
      SELECT 8, 'an audit', t.taken_by_id FROM credit_audit_steps t
        JOIN credit_audits a ON a.id = t.audit_id WHERE a.renewal_id IN (SELECT id FROM due)
    )
    SELECT what FROM decided WHERE by_id = ${keptId}::uuid GROUP BY place, what ORDER BY place`;
  if (found.length === 0) return [];
  const whats = found.map(({ what }) => what).join(", ");
  return [
    `The member of this record decided about what would become their own: ${whats}. Keep the other record instead.`,
  ];
}
