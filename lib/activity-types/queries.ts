import "server-only";
import { db, type Tx } from "@/lib/db";

const activityTypeSelect = { name: true, formatName: true } as const;

/** What an event can be, and how credit from it was earned. */
export function listActivityTypes(tx: Tx = db) {
  return tx.activityType.findMany({ orderBy: { name: "asc" }, select: activityTypeSelect });
}

export function findActivityType(name: string, tx: Tx) {
  return tx.activityType.findUnique({ where: { name }, select: activityTypeSelect });
}

/** The names of those that no event is of. */
export async function listUnusedActivityTypes(): Promise<Set<string>> {
  const found = await db.activityType.findMany({
    where: { events: { none: {} } },
    select: { name: true },
  });
  return new Set(found.map(({ name }) => name));
}
