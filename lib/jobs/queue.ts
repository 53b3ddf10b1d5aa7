import "server-only";
import PgBoss from "pg-boss";
import type { QueueName, ScheduleName } from "@/lib/jobs/names";

/** What a queue needs of a Prisma transaction. */
type Statements = {
  $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T>;
  $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number>;
};

// How often and how long a job is tried. A killed worker's is noticed by its lock (lib/jobs/holds.ts);
// `expireInSeconds` ends one that hangs, and must be longer than the work itself.
const patience = {
  // Backing off from one minute: the last try comes about a day and a half after the first.
  "send-message": { retryLimit: 11, retryDelay: 60, retryBackoff: true, expireInSeconds: 180 },
  "render-certificate": { retryLimit: 8, retryDelay: 2, retryBackoff: true, expireInSeconds: 60 },
  "request-password-reset": {
    retryLimit: 5,
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: 30,
  },
  // About a day and a half, as for mail.
  "remove-object": { retryLimit: 11, retryDelay: 60, retryBackoff: true, expireInSeconds: 180 },
  // Within a day, for which Stripe remembers what it was asked: the last try comes after about four hours.
  "refund-payment": { retryLimit: 9, retryDelay: 30, retryBackoff: true, expireInSeconds: 120 },
  // A page closes by itself after half an hour.
  "close-payment-pages": { retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: 60 },
  // A file of a million lines takes minutes; one that says it is applied is not applied again.
  "run-import": { retryLimit: 2, retryDelay: 10, retryBackoff: true, expireInSeconds: 1800 },
  // A job reminds a few hundred and queues the next; each asks its own row what is left to do.
  "remind-members": { retryLimit: 11, retryDelay: 30, retryBackoff: true, expireInSeconds: 120 },
  // One batch of a preview, a second or two of work.
  "preview-rules": { retryLimit: 8, retryDelay: 2, retryBackoff: true, expireInSeconds: 60 },
} satisfies Record<QueueName, PgBoss.SendOptions>;

/**
 * The same of what is done by the clock. While one is under way no other begins, so what comes every
 * minute is given up soon; what goes through the whole membership may take long.
 */
export const patienceByClock: Record<ScheduleName, PgBoss.SendOptions> = {
  "announce-open-credits": { ...soon(), expireInSeconds: 120 },
  "open-next-cycles": { ...soon(), expireInSeconds: 120 },
  "issue-invoices": { ...soon(), expireInSeconds: 900 },
  "remind-of-cycles": { ...soon(), expireInSeconds: 900 },
  "remind-of-audits": { ...soon(), expireInSeconds: 300 },
  "recheck-renewals": { ...soon(), expireInSeconds: 300 },
  sweep: { ...soon(), expireInSeconds: 300 },
};

/** The next tick comes anyway. */
function soon() {
  return { retryLimit: 3, retryDelay: 20, retryBackoff: true };
}

// Only writes the statement of a job; it never starts, connects or polls in this process.
const boss = new PgBoss({
  db: {
    executeSql() {
      throw new Error("A job is queued inside the transaction of its change.");
    },
  },
  migrate: false,
  supervise: false,
  schedule: false,
});

/** Queues work within the change that calls for it, in one statement; rolled back, it never was. */
export async function queueJob(tx: Statements, name: QueueName, data: Record<string, string>) {
  const id = await send(tx, name, data, patience[name]);
  if (id === null) throw new Error(`There is no queue ${name}: migrate the database.`);
}

/** Has something be done that is else done by the clock; false: it waits to be done already. */
export async function queueTick(tx: Statements, name: ScheduleName): Promise<boolean> {
  return (await send(tx, name, {}, patienceByClock[name])) !== null;
}

function send(
  tx: Statements,
  name: string,
  data: Record<string, string>,
  options: PgBoss.SendOptions,
) {
  const db = {
    async executeSql(sql: string, [id, queue, , ...others]: unknown[]) {
      const rows = await tx.$queryRawUnsafe<unknown[]>(
        sql,
        id,
        queue,
        JSON.stringify(data),
        ...others,
      );
      return { rows };
    },
  };
  return boss.send(name, data, { ...options, db });
}

/** As `queueJob`, for many jobs of one queue, in one statement. */
export async function queueJobs(tx: Statements, name: QueueName, jobs: Record<string, string>[]) {
  if (jobs.length === 0) return;
  let queued = 0;
  const db = {
    async executeSql(sql: string, values: unknown[]) {
      queued = await tx.$executeRawUnsafe(sql, ...values);
      return { rows: [] };
    },
  };
  await boss.insert(
    jobs.map((data) => ({ name, data, ...patience[name] })),
    { db },
  );
  if (queued !== jobs.length) throw new Error(`There is no queue ${name}: migrate the database.`);
}
