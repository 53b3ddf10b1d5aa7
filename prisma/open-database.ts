import { setTimeout as delay } from "node:timers/promises";
import { env, requireForStart, setEnvironment } from "@/lib/env";
import { SetupError } from "@/lib/setup-error";
import { openEmbedded } from "./embedded/open";
import { connect, migrate, pendingMigrations } from "./migrate";

const RESTART_AFTER = 10_000;

export type OpenDatabase = { release(): Promise<void> };

/** Sees to it that DATABASE_URL names a database that is there and up to date: the one that is set,
 * else this checkout's own, which is started, migrated and, by the last user, stopped again. */
export async function openDatabase(say: (line: string) => void): Promise<OpenDatabase> {
  requireForStart(["DATABASE_URL"]);
  if (env.DATABASE_URL === undefined) return openOwn(say);
  const missing = await missingMigrations(env.DATABASE_OWNER_URL ?? env.DATABASE_URL);
  if (missing > 0) {
    throw new SetupError(
      `The database lacks ${missing} of our migrations. Run: npm run migrate ` +
        "(as the owner, in DATABASE_OWNER_URL, when DATABASE_URL is not).",
    );
  }
  return { release: async () => {} };
}

async function openOwn(say: (line: string) => void): Promise<OpenDatabase> {
  let database = await openEmbedded("database", say);
  let released = false;
  setEnvironment({ DATABASE_URL: database.app, DATABASE_OWNER_URL: database.owner });
  await migrate(database.owner, database.app);
  // Killed under us, it comes back with all that was committed. Not at once: a moment's silence
  // shows that the fault was seen (health) and keeps a server that can't run from spinning.
  const restart = async () => {
    say(`PostgreSQL went away; it is started again in ${RESTART_AFTER / 1000} seconds.`);
    await delay(RESTART_AFTER, undefined, { ref: false });
    if (released) return;
    try {
      database = await openEmbedded("database", say);
      watch();
    } catch (error) {
      say((error as Error).message);
      await restart();
    }
  };
  const watch = () => database.whenLost(() => void restart());
  watch();
  return {
    release: () => {
      released = true;
      return database.release();
    },
  };
}

/** Migrates the server that is set; with none set, opening this checkout's own migrates it. */
export async function migrateGiven(): Promise<string[]> {
  if (env.DATABASE_URL === undefined) return [];
  return migrate(env.DATABASE_OWNER_URL ?? env.DATABASE_URL, env.DATABASE_URL);
}

async function missingMigrations(url: string): Promise<number> {
  const client = await connect(url);
  try {
    return (await pendingMigrations(client)).length;
  } catch (error) {
    // Only the owner may read Prisma's own table; then the owner's word at migrating must do.
    if ((error as { code?: string }).code === "42501") return 0;
    throw error;
  } finally {
    await client.end();
  }
}
