import { Prisma } from "@/prisma/generated/client";

/**
 * The order of a list in SQL, and what of it comes after a row, by the values that it is ordered by. The
 * last column is the id: no two rows are equal, and pages meet without a gap or a double.
 */
export function sqlOrder(
  columns: readonly string[],
  way: "ASC" | "DESC" = "ASC",
  reads: readonly string[] = columns,
) {
  const key = Prisma.raw(columns.join(", "));
  return {
    key,
    /** The columns that the order is made of, where it is by more than columns alone. */
    reads: Prisma.raw(reads.join(", ")),
    by: Prisma.raw(columns.map((column) => `${column} ${way}`).join(", ")),
    /** `last` is a row of the same columns, or what selects it. */
    isPast: (last: Prisma.Sql) =>
      Prisma.sql`(${key}) ${Prisma.raw(way === "ASC" ? ">" : "<")} (${last})`,
  };
}

export type SqlOrder = ReturnType<typeof sqlOrder>;
