import "server-only";
import { db, type Tx } from "@/lib/db";

const creditTypeSelect = {
  name: true,
  increment: true,
  minutesPerCredit: true,
  retentionYears: true,
  physiciansOnly: true,
  reportPosition: true,
} as const;

/** Every credit type: those offered when reporting first, in their order. */
export function listCreditTypes(tx: Tx = db) {
  return tx.creditType.findMany({
    orderBy: [{ reportPosition: { sort: "asc", nulls: "last" } }, { name: "asc" }],
    select: creditTypeSelect,
  });
}

export function findCreditType(name: string, tx: Tx) {
  return tx.creditType.findUnique({ where: { name }, select: creditTypeSelect });
}

export type CreditType = Awaited<ReturnType<typeof listCreditTypes>>[number];
