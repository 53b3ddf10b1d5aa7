import "server-only";
import type { Tx } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/** What a merge moves, judges or ends, by how it names its member. */
const HELD = [
  ...["registrations", "renewals", "credit_entries", "reporting_forms", "correction_requests"],
  ...["documents", "report_drafts", "messages"],
  ...["sessions", "password_resets", "second_factors", "recovery_codes"],
];

/**
 * Takes both records and all that a merge moves, judges or ends, waiting for nothing: what a member is just
 * doing holds its rows in another order, and of two that wait for each other one would fail. False: a
 * row is held by somebody. With the members' own rows in hand, nothing new comes to either.
 */
export async function lockBoth(tx: Tx, keptId: string, otherId: string): Promise<boolean> {
  const both = Prisma.sql`ANY(${[keptId, otherId]}::uuid[])`;
  const members = Prisma.sql`SELECT 1 FROM members WHERE id = ${both} OR merged_into_id = ${otherId}::uuid`;
  const cycles = Prisma.sql`SELECT 1 FROM cycles y JOIN certifications c ON c.id = y.certification_id
    WHERE c.member_id = ${both}`;
  const rows = HELD.map(
    (table) => Prisma.sql`SELECT 1 FROM ${Prisma.raw(table)} WHERE member_id = ${both}`,
  );
  return (await lockAll(tx, [members])) && (await lockAll(tx, [cycles, ...rows]));
}

/** Whether every row that was found could be locked. */
async function lockAll(tx: Tx, selects: readonly Prisma.Sql[]): Promise<boolean> {
  const held = selects.map(
    (select) => Prisma.sql`(SELECT count(*) FROM (${select}) AS found)
      = (SELECT count(*) FROM (${select} FOR UPDATE SKIP LOCKED) AS locked)`,
  );
  const [found] = await tx.$queryRaw<{ held: boolean }[]>`
    SELECT ${Prisma.join(held, " AND ")} AS held`;
  return found?.held ?? false;
}
