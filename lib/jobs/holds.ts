import "server-only";
import { Client } from "pg";

/**
 * Holds the jobs that this process is at, each by a lock of one connection: the database lets go of
 * them when the process is killed, so that any worker sees which were left behind.
 */
export function createHolds(connectionString: string) {
  const held = new Set<string>();
  let opened: Promise<Client> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function connection(): Promise<Client> {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  }

  async function open(): Promise<Client> {
    const client = new Client({ connectionString, keepAlive: true });
    const forget = () => {
      opened = null;
    };
    client.on("error", forget);
    client.on("end", forget);
    await client.connect();
    // What a connection that was lost held.
    for (const id of held) await client.query(LOCK, [id]);
    return client;
  }

  /** One after the other: a connection does one thing at a time. */
  function inTurn(statement: string, id: string) {
    const done = last.then(async () => (await connection()).query(statement, [id]));
    last = done.catch(() => {});
    return done;
  }

  return {
    /** Does the work of a job while holding it. */
    async during(id: string, work: () => Promise<void>): Promise<void> {
      await inTurn(LOCK, id);
      held.add(id);
      try {
        await work();
      } finally {
        held.delete(id);
        // Without a connection nothing is held.
        await inTurn(UNLOCK, id).catch(() => {});
      }
    },

    async close(): Promise<void> {
      await (await opened)?.end();
    },
  };
}

const LOCK = "SELECT pg_advisory_lock(hashtextextended($1, 0))";
const UNLOCK = "SELECT pg_advisory_unlock(hashtextextended($1, 0))";
