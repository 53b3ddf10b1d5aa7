import { db } from "@/lib/db";

/** How many connections the application's pool has: see lib/db.ts. */
const POOL = 10;

/**
 * Does something with one connection of the pool, while all others are held: what asks for a second one
 * within its transaction waits for itself.
 */
export function onOneConnection<T>(act: () => Promise<T>, held = 1): Promise<T> {
  if (held === POOL) return act();
  return db.$transaction(() => onOneConnection(act, held + 1), { timeout: 90_000 });
}
