import { Prisma } from "@/prisma/generated/client";
import { idAt, type Load } from "./large-id";

const sql = Prisma.sql;

/** Credit that members of the large membership reported: 4,000 await review, 2,000 were sent back, and
 * 600 entries repeat another. */
export function largeReports({ now }: Load): Prisma.Sql[] {
  const at = sql`(${now}::timestamptz - m.n % 60 * interval '1 day' - m.n * interval '1 second')`;
  return [
    sql`CREATE TEMP TABLE large_members ON COMMIT DROP AS
      SELECT id, substr(member_number, 2)::int AS n FROM members WHERE member_number LIKE 'L%' AND retired_at IS NULL`,
    sql`INSERT INTO credit_entries (id, member_id, source, earned_on, reported_on, format, credits, credit_type,
                                  provider_other, title, created_at, returned_at, review_note)
      SELECT ${idAt(at, sql`'report' || m.n`)}, m.id, 'self_report', ${at}::date - 20, ${at}::date, 'Other', 200, 'CEC',
             'Springfield Trainers'' Guild', 'Peer Coaching Circle ' || m.n % 40, ${at},
             CASE WHEN m.n % 3 = 0 THEN ${at} + interval '1 hour' END,
             CASE WHEN m.n % 3 = 0 THEN 'Please add the confirmation of the provider.' END
        FROM large_members m WHERE m.n < 60000 AND m.n % 10 IN (1, 4, 5) AND m.n % 30 < 10`,
    sql`INSERT INTO credit_entries (id, member_id, source, earned_on, reported_on, format, credits, credit_type,
                                  provider_other, title, created_at, accepted_at)
      SELECT ${idAt(sql`e.created_at`, sql`'twin' || e.external_id`)}, e.member_id, 'staff', e.earned_on, e.reported_on,
             e.format, e.credits, e.credit_type, e.provider_other, e.title, e.created_at, e.created_at
        FROM credit_entries e WHERE e.external_id LIKE 'LE%' AND e.replaced_at IS NULL
         AND substr(e.external_id, 3)::int % 500 = 7`,
  ];
}
