import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { Client, type DatabaseError, type Pool, type QueryResult } from "pg";

/** Prisma's adapter for migrations, but a script goes to the server as a whole. The adapter's own way
 * is to cut it at every semicolon, which breaks function bodies and applies half a script. */
export function wholeScripts(url: string) {
  const { provider, adapterName } = new PrismaPg({ connectionString: url });
  const opened: SqlDriverAdapter[] = [];
  const kept = async (connecting: Promise<SqlDriverAdapter>) => {
    const adapter = await connecting;
    opened.push(adapter);
    return adapter;
  };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider,
    adapterName,
    connect: () => kept(connectWhole(url)),
    connectToShadowDb: () => kept(shadow(url)),
  };
  // The engine lets go of its connections without closing them.
  return { factory, close: () => Promise.all(opened.map((adapter) => adapter.dispose())) };
}

// Sent in the script's own transaction: a migration is applied and recorded, or neither, whenever
// we are killed. So one that is left unfinished was not applied (see migrate.ts).
const recorded = `
;DO $$ BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    UPDATE public._prisma_migrations SET finished_at = now(), applied_steps_count = 1
      WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  END IF;
END $$`;

async function connectWhole(url: string): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg({ connectionString: url }).connect();
  readCatalog(adapter, adapter.underlyingDriver());
  adapter.executeScript = (script) => runScript(url, script + recorded);
  return adapter;
}

/** Lets the adapter read the catalog's one-letter type "char", which it doesn't know. */
function readCatalog(adapter: SqlDriverAdapter, pool: Pool) {
  const letters = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<QueryResult>;
  pool.query = (async (...args: unknown[]) => {
    const result = await query(...args);
    letters.set(
      result.rows,
      [...result.fields.keys()].filter((n) => result.fields[n]?.dataTypeID === CHAR),
    );
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
    return result;
  }) as typeof pool.query;
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (params) => {
    const result = await queryRaw(params);
    for (const column of letters.get(result.rows) ?? []) {
      result.columnTypes[column] = ColumnTypeEnum.Character;
    }
    return result;
  };
}

const CHAR = 18;
const TEXT = 25;

async function runScript(url: string, script: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(script);
  } catch (error) {
    // The engine passes on the words of this class only.
    const { code = "", severity = "", message, detail, hint, column } = error as DatabaseError;
    throw new DriverAdapterError({
      kind: "postgres",
      code,
      severity,
      message,
      detail,
      hint,
      column,
    });
  } finally {
    await client.end();
  }
}

/** An empty database beside this one, dropped when the adapter is let go. */
async function shadow(url: string): Promise<SqlDriverAdapter> {
  const name = `credence_shadow_${randomUUID()}`;
  await runScript(url, `CREATE DATABASE "${name}"`);
  const beside = new URL(url);
  beside.pathname = `/${name}`;
  const adapter = await connectWhole(beside.href);
  const dispose = adapter.dispose.bind(adapter);
  let disposed = false;
  adapter.dispose = async () => {
    if (disposed) return;
    disposed = true;
    await dispose();
    await runScript(url, `DROP DATABASE "${name}" WITH (FORCE)`);
  };
  return adapter;
}
