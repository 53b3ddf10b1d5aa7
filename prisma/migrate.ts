import { createHash } from "node:crypto";
import { Client } from "pg";
import PgBoss from "pg-boss";
import { QUEUES, SCHEDULES } from "@/lib/jobs/names";
import { SetupError } from "@/lib/setup-error";
import { MIGRATING } from "@/lib/turns";
import { applyMigrations, listMigrations } from "./schema-engine";

/** Brings the database up to date as its owner; returns the names of what was applied. */
export async function migrate(ownerUrl: string, appUrl: string): Promise<string[]> {
  const owner = await connect(ownerUrl);
  try {
    await owner.query("SELECT pg_advisory_lock($1)", [MIGRATING]);
    await prepareRole(owner, decodeURIComponent(new URL(appUrl).username));
    const pending = await pendingMigrations(owner);
    const applied = pending.length > 0 ? await applyPending(owner, ownerUrl) : [];
    await prepareQueues(owner, ownerUrl);
    return applied;
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`The database could not be migrated.\n${(error as Error).message}`);
  } finally {
    await owner.end();
  }
}

export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new SetupError(
      `The database ${pathname.slice(1)} at ${host} does not answer: ${(error as Error).message}`,
    );
  }
}

/** The names of migrations in the folder that this database lacks. */
export async function pendingMigrations(client: Client): Promise<string[]> {
  const known = await client.query(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS known",
  );
  const listed = listMigrations();
  if (!known.rows[0].known) return listed.map(({ name }) => name);
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    `SELECT migration_name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const changed = listed.find(
    ({ name, sql }) => applied.has(name) && applied.get(name) !== checksum(sql),
  );
  if (changed) {
    throw new SetupError(
      `The migration ${changed.name} was changed after it had been applied to this database. ` +
        "Put its file back as it was and add a new migration instead.",
    );
  }
  return listed.filter(({ name }) => !applied.has(name)).map(({ name }) => name);
}

async function applyPending(owner: Client, ownerUrl: string) {
  // Unfinished means not applied (whole-scripts.ts), so an earlier run that died may be repeated.
  await owner.query(`DO $$ BEGIN
    IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
      UPDATE public._prisma_migrations SET rolled_back_at = now()
        WHERE finished_at IS NULL AND rolled_back_at IS NULL;
    END IF;
  END $$`);
  return applyMigrations(ownerUrl);
}

const checksum = (sql: string) => createHash("sha256").update(sql).digest("hex");

/** The role the application steps down to on every connection. */
async function prepareRole(owner: Client, login: string) {
  const found = await owner.query("SELECT 1 FROM pg_roles WHERE rolname = 'credence_app'");
  if (found.rowCount === 0) {
    await owner.query("CREATE ROLE credence_app").catch((error: Error) => {
      throw new SetupError(
        `The owner may not create the role credence_app (${error.message}). ` +
          `As a superuser run: CREATE ROLE credence_app; GRANT credence_app TO "${login}";`,
      );
    });
  }
  if (login === "" || login === "credence_app") return;
  const { rows } = await owner.query(
    `SELECT pg_has_role($1, 'credence_app', CASE WHEN current_setting('server_version_num')::int >= 160000
       THEN 'SET' ELSE 'MEMBER' END) AS member`,
    [login],
  );
  if (!rows[0].member) await owner.query(`GRANT credence_app TO ${owner.escapeIdentifier(login)}`);
}

/** By which pg-boss hands out the ticks of schedules; the application may not make it either. */
const TICKS = "__pgboss__send-it";

/** pg-boss makes tables when it is installed and when a queue is made: both are the owner's. */
async function prepareQueues(owner: Client, ownerUrl: string) {
  const installed = await owner.query("SELECT to_regclass('pgboss.queue') IS NOT NULL AS yes");
  if (installed.rows[0].yes) {
    const { rows } = await owner.query("SELECT name FROM pgboss.queue");
    const all = [...QUEUES, ...SCHEDULES, TICKS];
    if (all.every((queue) => rows.some(({ name }) => name === queue))) return;
  }
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schedule: false,
    supervise: false,
    max: 2,
  });
  boss.on("error", () => {});
  await boss.start();
  for (const queue of [...QUEUES, TICKS]) await boss.createQueue(queue);
  for (const name of SCHEDULES) await boss.createQueue(name, { name, policy: "stately" });
  await boss.stop({ graceful: false });
  await owner.query(`
    GRANT USAGE ON SCHEMA pgboss TO credence_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO credence_app;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO credence_app;`);
}
