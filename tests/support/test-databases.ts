import { createHash } from "node:crypto";
import type { Client } from "pg";
import { env } from "@/lib/env";
import { QUEUES, SCHEDULES } from "@/lib/jobs/names";
import { isAlive } from "@/prisma/embedded/lock";
import { openEmbedded } from "@/prisma/embedded/open";
import { connect, migrate } from "@/prisma/migrate";
import { listMigrations } from "@/prisma/schema-engine";

/** A server that tests may make databases on: the one that is set, else one of the tests' own. */
export type TestServer = { maker: string; owner: string; app: string; release(): Promise<void> };

/** One empty, migrated database: what the application and what its owner connect to. */
export type TestDatabase = { name: string; app: string; owner: string };

export async function openTestServer(name: "database" | "test" = "test"): Promise<TestServer> {
  if (env.DATABASE_URL) {
    const owner = env.DATABASE_OWNER_URL ?? env.DATABASE_URL;
    return { maker: owner, owner, app: env.DATABASE_URL, release: async () => {} };
  }
  const own = await openEmbedded(name, console.log);
  return { ...own, maker: own.superuser };
}

/** Migrates one database per set of migrations; every test database is a copy of it. */
export async function prepareTemplate(server: TestServer): Promise<string> {
  const contents = JSON.stringify([listMigrations(), QUEUES, SCHEDULES]);
  const template = `credence_template_${createHash("sha256").update(contents).digest("hex").slice(0, 12)}`;
  const maker = await connect(server.maker);
  try {
    await maker.query("SELECT pg_advisory_lock(hashtext('credence template'))");
    await dropLeftovers(maker, template);
    const found = await maker.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (found.rowCount) return template;
    const half = databaseOf(server, `${template}_half`);
    await maker.query(`DROP DATABASE IF EXISTS ${half.name} WITH (FORCE)`);
    await maker.query(`CREATE DATABASE ${half.name} OWNER ${loginOf(server.owner)}`);
    await migrate(half.owner, half.app);
    await maker.query(`ALTER DATABASE ${half.name} RENAME TO ${template}`);
    return template;
  } finally {
    await maker.end();
  }
}

let made = 0;

export async function createDatabase(server: TestServer, template: string): Promise<TestDatabase> {
  made += 1;
  const database = databaseOf(server, `credence_test_${process.pid}_${Date.now()}_${made}`);
  const maker = await connect(server.maker);
  await maker
    .query(`CREATE DATABASE ${database.name} TEMPLATE ${template} OWNER ${loginOf(server.owner)}`)
    .finally(() => maker.end());
  return database;
}

export async function dropDatabase(server: TestServer, { name }: TestDatabase) {
  const maker = await connect(server.maker);
  await maker.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).finally(() => maker.end());
}

/** What runs that were killed left behind: databases of processes that are gone, old templates. */
async function dropLeftovers(maker: Client, template: string) {
  const { rows } = await maker.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname LIKE 'credence\\_test\\_%'
       OR (datname LIKE 'credence\\_template\\_%' AND datname <> $1)`,
    [template],
  );
  for (const { datname } of rows) {
    const madeBy = Number(datname.split("_")[2]);
    if (datname.startsWith("credence_test_") && isAlive(madeBy)) continue;
    await maker.query(`DROP DATABASE IF EXISTS ${datname}`).catch(() => {});
  }
}

function databaseOf(server: TestServer, name: string): TestDatabase {
  const at = (address: string) => {
    const url = new URL(address);
    url.pathname = `/${name}`;
    return url.href;
  };
  return { name, app: at(server.app), owner: at(server.owner) };
}

const loginOf = (address: string) => `"${decodeURIComponent(new URL(address).username)}"`;
