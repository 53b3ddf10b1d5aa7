import "server-only";
import { db, type Tx } from "@/lib/db";

const professionSelect = { name: true, physician: true } as const;

/** What members can be, and whether that makes physicians of them. */
export function listProfessions(tx: Tx = db) {
  return tx.profession.findMany({ orderBy: { name: "asc" }, select: professionSelect });
}

export function findProfession(name: string, tx: Tx) {
  return tx.profession.findUnique({ where: { name }, select: professionSelect });
}

/** The names of those that no member has. */
export async function listUnusedProfessions(): Promise<Set<string>> {
  const found = await db.profession.findMany({
    where: { members: { none: {} } },
    select: { name: true },
  });
  return new Set(found.map(({ name }) => name));
}
