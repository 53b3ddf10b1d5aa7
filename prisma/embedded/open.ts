import { join } from "node:path";
import { Client } from "pg";
import { withLock } from "./lock";
import { findPlace, keptFolder } from "./place";
import { startServer, stopServer } from "./server";
import { addressOf, type ServerState } from "./state";

export type EmbeddedDatabase = {
  app: string;
  owner: string;
  superuser: string;
  /** Called when the server goes away before it was released. */
  whenLost(tell: () => void): void;
  /** Lets go; whoever is the last to do so stops the server. */
  release(): Promise<void>;
};

/** Opens this checkout's own PostgreSQL: made when missing, started when not running. */
export async function openEmbedded(
  name: "database" | "test",
  say: (line: string) => void,
): Promise<EmbeddedDatabase> {
  const lock = join(keptFolder, `${name}.lock`);
  const { place, state, presence } = await withLock(lock, async () => {
    const place = findPlace(name, say);
    const state = await startServer(place, name === "test" ? 5433 : 5432, say);
    // Held open until release: others see that the server is in use, even while we only build.
    const presence = new Client({ connectionString: addressOf(state, "superuser", "postgres") });
    presence.on("error", () => {});
    await presence.connect();
    await prepareLogins(presence, state);
    return { place, state, presence };
  });
  return {
    app: addressOf(state, "app", "credence"),
    owner: addressOf(state, "owner", "credence"),
    superuser: addressOf(state, "superuser", "postgres"),
    whenLost: (tell) => presence.once("end", tell),
    release: () =>
      withLock(lock, async () => {
        presence.removeAllListeners("end");
        if (await alone(presence)) await stopServer(place).catch(() => {});
        await presence.end().catch(() => {});
      }),
  };
}

async function prepareLogins(client: Client, state: ServerState) {
  const { rows } = await client.query(
    "SELECT rolname FROM pg_roles WHERE rolname LIKE 'credence%'",
  );
  for (const login of ["owner", "app"] as const) {
    if (rows.some((row) => row.rolname === `credence_${login}`)) continue;
    await client.query(`CREATE ROLE credence_${login} LOGIN PASSWORD '${state[login]}'`);
  }
  const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'credence'");
  if (found.rowCount === 0) await client.query("CREATE DATABASE credence OWNER credence_owner");
}

async function alone(client: Client): Promise<boolean> {
  const others = await client
    .query(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND application_name <> $1`,
      [`credence-${process.pid}`],
    )
    .catch(() => undefined);
  return others?.rows[0].n === 0;
}
