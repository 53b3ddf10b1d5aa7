import { ATTESTATION } from "@/lib/claims/rules";
import { Prisma } from "@/prisma/generated/client";
import { certificateNumberOf, idAt, type Load, sameFacts } from "./large-id";

const sql = Prisma.sql;

/**
 * What members did with the places of the large membership at events that ended ten days ago or
 * earlier: about 97,000 claims submitted, with certificates (not drawn) and 193,000 credits on record;
 * 9,700 half entered; 4,800 requests for a correction, 970 of them open. At the latest events 1,500
 * places wait for the association.
 */
export function largeClaims({ now, address }: Load): Prisma.Sql[] {
  const certificate = certificateNumberOf(sql`c.number`);
  const submission = idAt(sql`c.at`, sql`'submission' || c.number`);
  return [
    sql`CREATE TEMP TABLE large_claims ON COMMIT DROP AS
      SELECT r.id, r.number, r.member_id, r.event_id, e.title, e.first_on, e.last_on, e.learning_format, e.place,
             substr(r.number, 3)::int / 60 AS turn,
             e.ends_at + (5 + substr(r.number, 3)::int / 7 % 200) * interval '1 hour' AS at
        FROM registrations r JOIN events e ON e.id = r.event_id
       WHERE r.number LIKE 'LR%' AND e.code LIKE 'LARGE-%' AND e.ends_at < ${now}::timestamptz - interval '9 days'`,
    sql`CREATE TEMP TABLE large_submitted ON COMMIT DROP AS SELECT * FROM large_claims WHERE turn % 4 = 0`,
    sql`ANALYZE large_submitted`,
    sql`INSERT INTO submissions (id, registration_id, number, attestation, submitted_at)
      SELECT ${submission}, c.id, 1, ${ATTESTATION}, c.at FROM large_submitted c`,
    sql`INSERT INTO claim_days (registration_id, event_day_id, credits, saved_at, submission_id)
      SELECT c.id, d.id, CASE WHEN d.day = c.first_on THEN 650 ELSE 525 END, c.at, ${submission}
        FROM large_submitted c JOIN event_days d USING (event_id)`,
    sql`INSERT INTO claim_days (registration_id, event_day_id, credits, saved_at)
      SELECT c.id, d.id, 700, c.at FROM large_claims c JOIN event_days d ON d.event_id = c.event_id AND d.day = c.first_on
       WHERE c.turn % 40 = 1`,
    sql`INSERT INTO credit_entries (id, member_id, source, registration_id, event_day_id, earned_on, reported_on, format,
                                  credits, credit_type, title, created_at, accepted_at)
      SELECT ${idAt(sql`c.at`, sql`'entry' || c.number || d.day`)}, c.member_id, 'claim', c.id, d.id, d.day, c.at::date,
             'Live course', CASE WHEN d.day = c.first_on THEN 650 ELSE 525 END, 'AMA PRA Category 1', c.title, c.at, c.at
        FROM large_submitted c JOIN event_days d USING (event_id)`,
    sql`INSERT INTO certificates (number, registration_id) SELECT ${certificate}, c.id FROM large_submitted c`,
    sql`INSERT INTO certificate_versions (id, certificate_number, version, submission_id, issued_at, facts)
      SELECT ${idAt(sql`c.at`, sql`'version' || c.number`)}, ${certificate}, 1, ${submission}, c.at,
             jsonb_build_object(${sameFacts}, 'kind', 'credit', 'name', m.first_name || ' ' || m.last_name,
               'suffix', m.suffix, 'title', c.title, 'format', c.learning_format, 'place', c.place,
               'dates', jsonb_build_object('first', c.first_on, 'last', c.last_on),
               'days', jsonb_build_array(jsonb_build_object('day', c.first_on, 'title', '', 'credits', 650),
                                         jsonb_build_object('day', c.last_on, 'title', '', 'credits', 525)),
               'total', 1175, 'creditType', 'AMA PRA Category 1', 'accreditationStatement', '', 'number', ${certificate},
               'statements', jsonb_build_array(jsonb_build_object('creditType', 'AMA PRA Category 1', 'maximum', 1400,
                 'approvalNumber', '', 'text', s.association_name || ' designates this live activity for 14.00 credits.')),
               'issuedOn', c.at::date, 'verifyUrl', ${address} || '/verify/' || ${certificate} || '?version=1')
        FROM large_submitted c JOIN members m ON m.id = c.member_id CROSS JOIN settings s`,
    sql`INSERT INTO correction_requests (id, registration_id, member_id, message, requested_at, decided_at, decided_by_id,
                                       decision, decision_note)
      SELECT ${idAt(sql`c.at`, sql`'request' || c.number`)}, c.id, c.member_id, 'I left at noon on the second day.', c.at,
             decided.at, CASE WHEN decided.at IS NOT NULL THEN (SELECT member_id FROM large_staff LIMIT 1) END,
             CASE WHEN decided.at IS NOT NULL THEN 'declined'::correction_decision END,
             CASE WHEN decided.at IS NOT NULL THEN 'The list of those present says that you stayed.' END
        FROM large_submitted c
       CROSS JOIN LATERAL (SELECT CASE WHEN turn % 400 > 0 THEN c.at + interval '1 day' END AS at) AS decided
       WHERE turn % 80 = 0`,
    sql`CREATE TEMP TABLE large_onsite ON COMMIT DROP AS
      SELECT ${idAt(sql`e.ends_at`, sql`'onsite' || e.code || m.member_number`)} AS id, e.id AS event_id,
             m.id AS member_id, e.ends_at - interval '3 hours' AS at
        FROM events e JOIN members m ON m.member_number LIKE 'L0%' AND substr(m.member_number, 2)::int % 133 = 1
       WHERE e.code IN ('LARGE-1', 'LARGE-2') AND m.retired_at IS NULL
         AND NOT EXISTS (SELECT FROM registrations r WHERE r.event_id = e.id AND r.member_id = m.id)`,
    sql`INSERT INTO registrations (id, event_id, member_id, source, registered_at)
      SELECT id, event_id, member_id, 'onsite', at FROM large_onsite`,
    sql`INSERT INTO registration_days (registration_id, event_day_id, declared_at)
      SELECT o.id, d.id, o.at FROM large_onsite o JOIN event_days d USING (event_id)`,
  ];
}
