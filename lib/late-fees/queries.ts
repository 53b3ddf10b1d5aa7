import "server-only";
import { type Day, shiftDay } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/**
 * What a renewal must be for its member to be told that the late fee is near. Where the fee comes with
 * the due date, the reminder before the end of the cycle says so.
 */
function isNear(today: Day, days: number): Prisma.Sql {
  return Prisma.sql`
    r.renewed_at IS NULL AND r.late_fee_told_at IS NULL AND r.late_fee_from > r.due_on
    AND r.late_fee_from > ${today}::date AND r.late_fee_from <= ${shiftDay(today, { days })}::date
    AND EXISTS (SELECT FROM members m WHERE m.id = r.member_id AND m.retired_at IS NULL)
    AND EXISTS (SELECT FROM invoices i WHERE i.renewal_id = r.id AND i.voided_at IS NULL AND i.late_fee > 0
      AND NOT EXISTS (SELECT FROM payments p WHERE p.invoice_id = i.id AND p.standing))
    AND NOT EXISTS (SELECT FROM waivers w WHERE w.renewal_id = r.id AND w.part = 'fee')`;
}

/** Unpaid renewals whose late fee comes within so many days, by id: those after `after`. */
export async function listBeforeLateFee(
  { today, days }: { today: Day; days: number },
  { after, most }: { after: string | null; most: number },
): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM renewals r
      WHERE ${isNear(today, days)} AND (${after}::uuid IS NULL OR r.id > ${after}::uuid)
      ORDER BY r.id LIMIT ${most}`;
  return found.map(({ id }) => id);
}

/** Writes down of these that their members are told; answers of which, each once. */
export async function takeLateFees(
  tx: Tx,
  ids: readonly string[],
  { today, days, now }: { today: Day; days: number; now: Date },
): Promise<string[]> {
  const taken = await tx.$queryRaw<{ id: string }[]>`
    UPDATE renewals SET late_fee_told_at = ${now} WHERE id IN (
        SELECT r.id FROM renewals r WHERE r.id = ANY(${ids}::uuid[]) AND ${isNear(today, days)}
          ORDER BY r.id FOR UPDATE)
      RETURNING id`;
  return taken.map(({ id }) => id);
}
