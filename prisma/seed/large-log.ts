import { Prisma } from "@/prisma/generated/client";
import { idAt, type Load } from "./large-id";

const sql = Prisma.sql;

/** Twenty of the large membership work for the association; a member of each office signs for it. */
export function largeStaff({ now }: Load): Prisma.Sql[] {
  return [
    sql`CREATE TEMP TABLE large_staff ON COMMIT DROP AS
      SELECT id AS member_id FROM members WHERE member_number BETWEEN 'L199001' AND 'L199020'`,
    sql`INSERT INTO role_grants (member_id, role, granted_at) SELECT member_id, 'staff', ${now} FROM large_staff`,
    sql`INSERT INTO role_grants (member_id, role, office_id, granted_at)
      SELECT DISTINCT ON (local_office_id) id, 'local_office'::role, local_office_id, ${now}::timestamptz FROM members
       WHERE member_number BETWEEN 'L198000' AND 'L198999' AND retired_at IS NULL
       ORDER BY local_office_id, member_number`,
  ];
}

/** The mails of all that (255,000, of which 1,500 were not delivered) and what the audit log says of it
 * (350,000 entries, for the worker to seal). */
export function largeLog(_load: Load): Prisma.Sql[] {
  return [
    sql`INSERT INTO messages (id, kind, member_id, to_address, subject, text, queued_at, handed_over_at, sent_at, unknown_at,
                            failed_at, failure)
      SELECT ${idAt(sql`c.at`, sql`'mail' || c.key`)}, c.kind::message_kind, m.id, m.email, c.subject,
             'Hello ' || m.first_name || E',\n\n' || c.subject || '. Sign in to look at it.', c.at,
             CASE WHEN fate > 0 THEN c.at END, CASE WHEN fate > 1 THEN c.at END, CASE WHEN fate = 1 THEN c.at END,
             CASE WHEN fate = 0 THEN c.at END, CASE WHEN fate = 0 THEN 'Mailbox unavailable' END
        FROM (SELECT number AS key, member_id, at, 'credits_submitted' AS kind,
                     'Your credits for ' || title || ' are submitted' AS subject FROM large_submitted
              UNION ALL SELECT 'invoice' || state || n, member_id, issued_at, 'renewal_due',
                     'Your ' || program_code || ' renewal is due' FROM large_renewals
              UNION ALL SELECT 'renewed' || n, member_id, issued_at + interval '3 days', 'renewed',
                     'Your ' || program_code || ' is renewed' FROM large_renewals WHERE state = 'renewed') AS c
        JOIN members m ON m.id = c.member_id
       CROSS JOIN LATERAL (SELECT ('x' || substr(md5(c.key), 1, 6))::bit(24)::int % 340 AS fate) AS sent`,
    sql`INSERT INTO audit_entries (id, at, actor_id, door, act, subject, subject_id, facts, digests)
      SELECT ${idAt(sql`a.at`, sql`a.act || a.key`)}, a.at, a.actor_id, a.door, a.act, a.subject, a.subject_id, a.facts, '{}'
        FROM (SELECT number AS key, at, member_id AS actor_id, 'web' AS door, 'submitted a claim' AS act,
                     'registration' AS subject, id::text AS subject_id, '{"submission": 1, "total": 1175}'::jsonb AS facts
                FROM large_submitted
              UNION ALL SELECT number, at - interval '1 minute', member_id, 'web', 'saved a day', 'registration', id::text,
                     jsonb_build_object('day', first_on, 'from', NULL, 'to', 650) FROM large_submitted
              UNION ALL SELECT state || n, issued_at, NULL, 'worker', 'issued an invoice', 'renewal',
                     ${idAt(sql`issued_at`, sql`'renewal' || n || state`)}::text, '{}' FROM large_renewals
              UNION ALL SELECT state || n, issued_at + interval '3 days', NULL, 'worker', 'renewed', 'renewal',
                     ${idAt(sql`issued_at`, sql`'renewal' || n || state`)}::text, '{}' FROM large_renewals
                WHERE state = 'renewed') AS a
       ORDER BY a.at, a.key`,
  ];
}
