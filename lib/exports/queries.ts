import "server-only";
import { plainMoney, printCredits } from "@/lib/credits/amount";
import { db } from "@/lib/db";
import type { ExportKind } from "@/lib/exports/rules";
import type { Range } from "@/lib/exports/schema";
import { findSettings } from "@/lib/settings/queries";
import { Prisma } from "@/prisma/generated/client";

/** Rows a query: what is exported is never in memory as a whole. */
const BATCH = 2000;

type Cell = string | number | null;
type Columns = Record<string, (value: Cell) => string>;
type Row = Record<string, Cell> & { id: string };

const asIs = (value: Cell) => (value === null ? "" : String(value));
const credits = (value: Cell) => (value === null ? "" : printCredits(Number(value)));
const money = (value: Cell) => (value === null ? "" : plainMoney(Number(value)));

const plain = (names: readonly string[]): Columns =>
  Object.fromEntries(names.map((name) => [name, asIs]));

type Export = {
  columns: Columns;
  /**
   * Selects the columns and `id`, after the id `after`, in its order. Of many rows the next are chosen
   * before anything is joined to them: else each batch would join them all. Of invoices one more: of
   * the first, all payments may be told already.
   */
  select: (range: Range | null, after: string, zone: string) => Prisma.Sql;
};

const EXPORT: Record<ExportKind, Export> = {
  members: {
    columns: plain([
      ...["member_number", "username", "email", "first_name", "last_name", "suffix", "profession"],
      ...["birth_month_day", "licence_state", "licence_number", "reporting_consent", "status"],
      ...["local_office", "phone", "address"],
    ]),
    select: (_range, after) => Prisma.sql`
      SELECT m.id, m.member_number, m.username, m.email, m.first_name, m.last_name, m.suffix, m.profession,
          m.birth_month_day, m.licence_state, m.licence_number,
          CASE WHEN m.reporting_consent_at IS NOT NULL THEN 'yes' END AS reporting_consent,
          CASE WHEN m.retired_at IS NULL THEN 'active' ELSE 'retired' END AS status,
          o.name AS local_office, m.phone, m.address
        FROM members m LEFT JOIN local_offices o ON o.id = m.local_office_id
        WHERE m.merged_into_id IS NULL AND m.id > ${after}::uuid ORDER BY m.id`,
  },
  claims: {
    columns: {
      ...plain(["event_code", "title", "member_number", "name", "suffix", "profession"]),
      ...plain(["registration_number", "source", "day"]),
      maximum_credits: credits,
      credits,
      ...plain(["submitted_at", "corrections", "certificate", "certificate_revoked"]),
    },
    select: (range, after, zone) => Prisma.sql`
      SELECT r.id::text || e.id::text AS id, v.code AS event_code, v.title, m.member_number,
          trim(m.first_name || ' ' || m.last_name) AS name, m.suffix, m.profession,
          r.number AS registration_number, r.source::text AS source, e.day::text AS day,
          e.maximum AS maximum_credits, coalesce(c.new_credits, d.credits) AS credits,
          to_char(s.submitted_at AT TIME ZONE ${zone}, 'YYYY-MM-DD HH24:MI') AS submitted_at,
          coalesce(c.number, 0) AS corrections, t.number AS certificate,
          to_char(l.revoked_at AT TIME ZONE ${zone}, 'YYYY-MM-DD HH24:MI') AS certificate_revoked
        FROM (SELECT d.* FROM claim_days d JOIN event_days e ON e.id = d.event_day_id
          JOIN events v ON v.id = e.event_id
          WHERE v.last_on BETWEEN ${range?.from}::date AND ${range?.to}::date
            AND (SELECT m.merged_into_id FROM registrations r JOIN members m ON m.id = r.member_id
              WHERE r.id = d.registration_id) IS NULL
            AND (d.registration_id, d.event_day_id) > (left(${after}, 36)::uuid, right(${after}, 36)::uuid)
          ORDER BY d.registration_id, d.event_day_id LIMIT ${BATCH}) AS d
        JOIN registrations r ON r.id = d.registration_id
        JOIN members m ON m.id = r.member_id
        JOIN event_days e ON e.id = d.event_day_id
        JOIN events v ON v.id = e.event_id
        LEFT JOIN submissions s ON s.id = d.submission_id
        LEFT JOIN certificates t ON t.registration_id = r.id
        LEFT JOIN LATERAL (SELECT revoked_at FROM certificate_versions
          WHERE certificate_number = t.number ORDER BY version DESC LIMIT 1) l ON true
        LEFT JOIN LATERAL (SELECT number, new_credits FROM corrections
          WHERE registration_id = d.registration_id AND event_day_id = d.event_day_id
          ORDER BY number DESC LIMIT 1) c ON true
        ORDER BY r.id, e.id`,
  },
  credit: {
    columns: {
      ...plain(["member_number", "name", "date_earned", "date_reported", "source", "format"]),
      credits,
      ...plain(["credit_type", "course_number", "provider", "course_name", "state"]),
    },
    select: (range, after) => Prisma.sql`
      SELECT e.id, m.member_number, trim(m.first_name || ' ' || m.last_name) AS name,
          e.earned_on::text AS date_earned, e.reported_on::text AS date_reported,
          e.source::text AS source, e.format, e.credits, e.credit_type, e.course_number,
          coalesce(p.name, e.provider_other,
            CASE WHEN e.source = 'claim' THEN (SELECT association_name FROM settings WHERE id = 1) END) AS provider,
          e.title AS course_name,
          CASE WHEN e.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN e.rejected_at IS NOT NULL THEN 'rejected'
            WHEN e.returned_at IS NOT NULL THEN 'returned' WHEN e.accepted_at IS NOT NULL THEN 'accepted'
            ELSE 'awaiting review' END AS state
        FROM (SELECT * FROM credit_entries e
          WHERE e.earned_on BETWEEN ${range?.from}::date AND ${range?.to}::date AND e.replaced_at IS NULL
            AND (SELECT merged_into_id FROM members WHERE id = e.member_id) IS NULL
            AND e.id > ${after}::uuid ORDER BY e.id LIMIT ${BATCH}) AS e
        JOIN members m ON m.id = e.member_id
        LEFT JOIN providers p ON p.id = e.provider_id ORDER BY e.id`,
  },
  payments: {
    columns: {
      ...plain(["invoice", "issued_at", "voided_at", "member_number", "name", "due_on"]),
      fees: money,
      late_fee: money,
      paid: money,
      ...plain(["currency", "paid_at", "refunded_at", "gateway", "payment"]),
    },
    select: (range, after, zone) => Prisma.sql`
      SELECT i.id::text || coalesce(p.id, i.id)::text AS id, i.number AS invoice,
          to_char(i.issued_at AT TIME ZONE ${zone}, 'YYYY-MM-DD HH24:MI') AS issued_at,
          to_char(i.voided_at AT TIME ZONE ${zone}, 'YYYY-MM-DD HH24:MI') AS voided_at,
          m.member_number, trim(m.first_name || ' ' || m.last_name) AS name, w.due_on::text AS due_on,
          (SELECT sum(cents)::int FROM invoice_lines WHERE invoice_id = i.id) AS fees,
          p.late_fee, coalesce(t.cents, p.cents) AS paid, coalesce(t.currency, i.currency) AS currency,
          to_char(p.paid_at AT TIME ZONE ${zone}, 'YYYY-MM-DD HH24:MI') AS paid_at,
          to_char(p.refunded_at AT TIME ZONE ${zone}, 'YYYY-MM-DD HH24:MI') AS refunded_at,
          p.gateway::text AS gateway, p.payment_ref AS payment
        FROM (SELECT * FROM invoices i
          WHERE (i.issued_at AT TIME ZONE ${zone})::date BETWEEN ${range?.from}::date AND ${range?.to}::date
            AND i.id >= left(${after}, 36)::uuid ORDER BY i.id LIMIT ${BATCH + 1}) AS i
        JOIN renewals w ON w.id = i.renewal_id JOIN members m ON m.id = w.member_id
        LEFT JOIN payments p ON p.invoice_id = i.id AND p.paid_at IS NOT NULL
        LEFT JOIN LATERAL (SELECT cents, currency FROM payment_events
          WHERE payment_id = p.id AND kind = 'paid' ORDER BY happened_at, received_at LIMIT 1) t ON true
        WHERE (i.id, coalesce(p.id, i.id)) > (left(${after}, 36)::uuid, right(${after}, 36)::uuid)
        ORDER BY i.id, coalesce(p.id, i.id)`,
  },
};

const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** The lines of an export: the names of its columns, then its rows, read batch by batch. */
export async function* exportLines(
  kind: ExportKind,
  range: Range | null,
): AsyncGenerator<string[]> {
  const { columns, select } = EXPORT[kind];
  const { timeZone } = await findSettings();
  yield Object.keys(columns);
  for (let after = BEFORE_ALL + BEFORE_ALL; ; ) {
    const from = kind === "claims" || kind === "payments" ? after : after.slice(0, 36);
    const rows = await db.$queryRaw<Row[]>`${select(range, from, timeZone)} LIMIT ${BATCH}`;
    for (const row of rows) {
      yield Object.entries(columns).map(([name, print]) => print(row[name] ?? null));
      after = row.id;
    }
    if (rows.length < BATCH) return;
  }
}
