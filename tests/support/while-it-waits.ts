import { expect } from "vitest";
import { db, type Tx } from "@/lib/db";

/** What is awaited only when something else has ended: refused before that, it would fail the whole run. */
export function heardLater<T>(begun: Promise<T>): Promise<T> {
  begun.catch(() => {});
  return begun;
}

/**
 * Does something in a transaction, and commits it when somebody has come to wait for it; `then` is
 * done while they wait.
 */
export async function whileItWaits<T>(
  write: (tx: Tx) => Promise<void>,
  waiting: () => Promise<T>,
  then: (tx: Tx) => Promise<void> = async () => {},
) {
  let answer: Promise<T> | undefined;
  await db.$transaction(
    async (tx) => {
      await write(tx);
      const [own] = await tx.$queryRaw<{ id: string }[]>`SELECT pg_current_xact_id()::text AS id`;
      answer = heardLater(waiting());
      const waiters = () => tx.$queryRaw`
        SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND transactionid::text = ${own?.id}`;
      await expect.poll(waiters, { timeout: 60_000, interval: 5 }).toEqual([{ n: 1 }]);
      await then(tx);
    },
    { timeout: 90_000 },
  );
  return answer as Promise<T>;
}
