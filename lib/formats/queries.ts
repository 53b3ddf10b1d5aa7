import "server-only";
import { db, type Tx } from "@/lib/db";

const formatSelect = {
  name: true,
  position: true,
  formPosition: true,
  documentRequired: true,
  reviewRequired: true,
  conversionOffered: true,
  participation: true,
} as const;

/** Every format: those offered when reporting first, in their order. */
export function listFormats(tx: Tx = db) {
  return tx.format.findMany({
    orderBy: [{ position: { sort: "asc", nulls: "last" } }, { name: "asc" }],
    select: formatSelect,
  });
}

export function findFormat(name: string, tx: Tx) {
  return tx.format.findUnique({ where: { name }, select: formatSelect });
}

export type Format = Awaited<ReturnType<typeof listFormats>>[number];
