import { Prisma } from "@/prisma/generated/client";
import { certificateNumberOf, idAt, type Load, sameFacts } from "./large-id";

const sql = Prisma.sql;

const id = idAt(sql`w.issued_at`, sql`'renewal' || w.n || w.state`);
const invoiceId = idAt(sql`w.issued_at`, sql`'invoice' || w.n || w.state`);
const certificate = certificateNumberOf(sql`'renewal' || w.n`);

/**
 * The renewals of the large membership's certifications: 58,800 of the cycle before, renewed and paid,
 * but for 490 that lapsed, and 19,600 that are open, of which a fifth are paid, a third have their
 * contact confirmed, a twentieth have enough credits, and 98 payments wait for an administrator.
 */
export function largeRenewals({ now, address }: Load): Prisma.Sql[] {
  return [
    sql`CREATE TEMP TABLE large_held ON COMMIT DROP AS
      SELECT c.id AS certification_id, c.program_code, c.member_id, m.retired_at, substr(m.member_number, 2)::int AS n,
             y.id AS cycle_id, y.starts_on, y.ends_on,
             CASE WHEN c.program_code = 'ACSM-CPT' THEN 6000 ELSE 7000 END AS fee,
             CASE WHEN c.program_code = 'ACSM-CPT' THEN 4500 ELSE 6000 END AS required
        FROM members m JOIN certifications c ON c.member_id = m.id JOIN cycles y ON y.certification_id = c.id
       WHERE m.member_number LIKE 'L%' AND y.renewal_id IS NULL AND y.ends_on >= ${now}::date`,
    sql`INSERT INTO cycles (id, certification_id, starts_on, ends_on, renewed_at, rule_version_id)
      SELECT ${idAt(sql`starts_on - interval '3 years'`, sql`'cycle' || n`)}, certification_id,
             starts_on - interval '3 years', starts_on - 1, CASE WHEN n % 120 > 0 THEN starts_on - interval '20 days' END,
             CASE WHEN n % 120 > 0 THEN (SELECT v.id FROM rule_versions v WHERE v.program_code = h.program_code
               AND v.from_on <= starts_on ORDER BY v.from_on DESC LIMIT 1) END
        FROM large_held h`,
    sql`CREATE TEMP TABLE large_renewals ON COMMIT DROP AS
      SELECT w.*, row_number() OVER (ORDER BY issued_at, n)::int AS place FROM (
        SELECT h.*, h.starts_on AS due_on, (h.starts_on - interval '3 years')::date AS window_from, h.starts_on - 1 AS window_to,
               h.starts_on - interval '60 days' AS issued_at, y.id AS renewed_cycle,
               CASE WHEN n % 120 > 0 THEN 'renewed' ELSE 'lapsed' END AS state
          FROM large_held h JOIN cycles y ON y.certification_id = h.certification_id AND y.ends_on = h.starts_on - 1
        UNION ALL
        SELECT h.*, h.ends_on + 1, h.starts_on, h.ends_on, least(h.ends_on - interval '60 days', ${now}::timestamptz - interval '3 days'),
               cycle_id, 'open' FROM large_held h WHERE n % 3 = 2) AS w
       WHERE w.retired_at IS NULL`,
    sql`ANALYZE large_renewals`,
    sql`INSERT INTO credit_entries (id, member_id, source, earned_on, reported_on, format, credits, credit_type,
                                  provider_other, title, created_at, accepted_at)
      SELECT ${idAt(sql`w.issued_at`, sql`'enough' || w.n`)}, member_id, 'staff', window_from + 40, window_from + 50,
             'Conference', required, 'CEC', 'State Fitness Expo', 'Summer School', w.issued_at, w.issued_at
        FROM large_renewals w WHERE state = 'open' AND n / 3 % 20 = 0`,
    sql`INSERT INTO renewals (id, member_id, due_on, window_from, window_to, late_fee_from, lapses_on, created_at,
                            contact_confirmed_at, renewed_at, unsettled)
      SELECT ${id}, member_id, due_on, window_from, window_to, due_on, due_on + interval '6 months', issued_at,
             CASE WHEN state = 'renewed' OR (state = 'open' AND n % 9 = 2) THEN issued_at + interval '1 day' END,
             CASE WHEN state = 'renewed' THEN issued_at + interval '3 days' END, false
        FROM large_renewals w`,
    sql`UPDATE cycles y SET renewal_id = ${id} FROM large_renewals w WHERE y.id = w.renewed_cycle`,
    sql`CREATE TEMP TABLE large_numbers ON COMMIT DROP AS
      WITH taken AS (UPDATE invoice_numbers SET last = last + (SELECT count(*)::int FROM large_renewals) WHERE id = 1
        RETURNING last) SELECT last - (SELECT count(*)::int FROM large_renewals) AS before FROM taken`,
    sql`INSERT INTO invoices (id, number, renewal_id, issued_at, required_credits, ruled_credits, minimum_credits,
                            ruled_minimum, late_fee, currency)
      SELECT ${invoiceId}, before + place, ${id}, issued_at, required, required, 0, 0, 8000, s.currency
        FROM large_renewals w, large_numbers, settings s`,
    sql`INSERT INTO invoice_lines (id, invoice_id, position, kind, cycle_id, text, cents)
      SELECT ${idAt(sql`w.issued_at`, sql`'line' || w.n || w.state`)}, ${invoiceId}, 1, 'fee', renewed_cycle,
             program_code || ' renewal', fee FROM large_renewals w`,
    sql`INSERT INTO payments (id, invoice_id, gateway, page_id, page_url, cents, late_fee, currency, opened_at, expires_at,
                            payment_ref, paid_at, held_at, held_why, standing)
      SELECT ${idAt(sql`at`, sql`'payment' || w.n || w.state`)}, ${invoiceId}, 'stripe', 'large-' || state || n,
             'https://pay.example.net/' || state || n, fee, 0, s.currency, at, at + interval '30 minutes', 'large-money-' || state || n,
             at + interval '3 minutes', CASE WHEN held THEN at END, CASE WHEN held THEN 'amount_differs'::payment_hold END, NOT held
        FROM large_renewals w CROSS JOIN settings s
       CROSS JOIN LATERAL (SELECT least(w.issued_at + interval '2 days', ${now}::timestamptz - interval '1 hour') AS at,
         state = 'open' AND n / 3 % 200 = 2 AS held) AS paid
       WHERE state = 'renewed' OR (state = 'open' AND n / 3 % 5 IN (1, 2))`,
    sql`INSERT INTO waivers (id, renewal_id, part, kind, reason, granted_at)
      SELECT ${idAt(sql`w.issued_at`, sql`'waiver' || w.n`)}, ${id}, 'fee', 'emeritus', 'Emeritus member.', w.issued_at
        FROM large_renewals w WHERE state = 'open' AND n / 3 % 100 = 3`,
    sql`INSERT INTO certificates (number, renewal_id) SELECT ${certificate}, ${id} FROM large_renewals w WHERE state = 'renewed'`,
    sql`INSERT INTO certificate_versions (id, certificate_number, version, issued_at, facts)
      SELECT ${idAt(sql`w.issued_at`, sql`'certified' || w.n`)}, ${certificate}, 1, w.issued_at + interval '3 days',
             jsonb_build_object(${sameFacts}, 'kind', 'renewal', 'name', m.first_name || ' ' || m.last_name, 'suffix', m.suffix,
               'title', p.name || ' (' || p.code || ')', 'format', '', 'place', '', 'days', '[]'::jsonb, 'total', 0,
               'dates', jsonb_build_object('first', w.starts_on, 'last', w.ends_on), 'creditType', '',
               'accreditationStatement', '', 'statements', '[]'::jsonb, 'number', ${certificate},
               'issuedOn', (w.issued_at + interval '3 days')::date,
               'verifyUrl', ${address} || '/verify/' || ${certificate} || '?version=1')
        FROM large_renewals w JOIN members m ON m.id = w.member_id JOIN program_names p ON p.code = w.program_code
       CROSS JOIN settings s WHERE state = 'renewed'`,
  ];
}
