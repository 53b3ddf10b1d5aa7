import "server-only";
import type { Tx } from "@/lib/db";
import { HANGING } from "@/lib/merges/hanging";
import type { Plan } from "@/lib/merges/rules";
import { FOLLOWING, MOVING, STAYING } from "@/lib/merges/tables";
import { Prisma } from "@/prisma/generated/client";

export type Count = { table: string; column: string; rows: number };

/** How many rows each column names this member in. */
export function countRows(tx: Tx, memberId: string): Promise<Count[]> {
  const moving = MOVING.map(({ table }) => ({ table, column: "member_id" }));
  const counts = [...moving, ...STAYING, ...FOLLOWING].map(
    ({ table, column }) =>
      Prisma.sql`SELECT ${table} AS "table", ${column} AS "column", count(*)::int AS rows
        FROM ${Prisma.raw(table)} WHERE ${Prisma.raw(column)} = ${memberId}::uuid`,
  );
  return tx.$queryRaw<Count[]>`${Prisma.join(counts, " UNION ALL ")}`;
}

export type Hanging = { table: string; moves: number; stays: number };

/** How much of what hangs on the rows of a member goes with them, and how much stays, by table. */
export function countHanging(tx: Tx, memberId: string, plan: Pick<Plan, "stays" | "joining">) {
  const parts = [
    ...MOVING.map(
      ({ table }) => Prisma.sql`${named(table)} AS (
      SELECT id, ${movesOf(table, plan)} AS moves
        FROM ${Prisma.raw(table)} t WHERE member_id = ${memberId}::uuid)`,
    ),
    ...HANGING.map((each) => Prisma.sql`${named(each.table)} AS (${hangingOn(each, plan)})`),
  ];
  const counts = HANGING.map(
    ({
      table,
    }) => Prisma.sql`SELECT ${table} AS "table", count(*) FILTER (WHERE moves)::int AS moves,
        count(*) FILTER (WHERE NOT moves)::int AS stays FROM ${named(table)}`,
  );
  return tx.$queryRaw<Hanging[]>`
    WITH ${Prisma.join(parts, ", ")} ${Prisma.join(counts, " UNION ALL ")}`;
}

const named = (table: string) => Prisma.raw(`of_${table}`);

/** Whether a row `t` of what a merge moves goes along. */
function movesOf(table: (typeof MOVING)[number]["table"], { stays }: Pick<Plan, "stays">) {
  const isLeft = (ids: readonly string[], column: string) =>
    Prisma.sql`coalesce(t.${Prisma.raw(column)} <> ALL(${ids}::uuid[]), true)`;
  if (table === "credit_entries") return isLeft(stays.registrations, "registration_id");
  return table in stays ? isLeft(stays[table as keyof typeof stays], "id") : Prisma.sql`true`;
}

function hangingOn(each: (typeof HANGING)[number], { joining }: Pick<Plan, "joining">) {
  // Tables on which nothing hangs have keys of many shapes, and nobody asks for them.
  const isParent = HANGING.some(({ by }) => Object.values<string>(by).includes(each.table));
  const key = Prisma.raw(isParent ? `t.${"key" in each ? each.key : "id"}` : "NULL");
  const joined = joining.map(({ cycleId }) => cycleId);
  // Their certification stays, and they come under that of the record that is kept.
  const moves =
    each.table === "cycles"
      ? Prisma.sql`p.moves OR t.id = ANY(${joined}::uuid[])`
      : Prisma.sql`p.moves`;
  const branches = Object.entries(each.by).map(
    ([column, parent]) => Prisma.sql`SELECT ${key} AS id, ${moves} AS moves
      FROM ${Prisma.raw(each.table)} t JOIN ${named(parent)} p ON p.id = t.${Prisma.raw(column)}`,
  );
  return Prisma.join(branches, " UNION ALL ");
}
