import { execFile, execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  appendFileSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { freePort } from "@/lib/free-port";
import { SetupError } from "@/lib/setup-error";
import { isAlive } from "./lock";
import type { Place } from "./place";
import { addressOf, readState, type ServerState, writeState } from "./state";

const run = promisify(execFile);

const settings = `
# Credence: this machine only, no sockets in shared folders, and fsync stays on.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
timezone = 'UTC'
log_timezone = 'UTC'
`;

export async function startServer(place: Place, wantedPort: number, say: (line: string) => void) {
  if (!existsSync(place.data)) await createCluster(place, wantedPort);
  for (let attempt = 1; attempt <= 60; attempt++) {
    const state = readState(place);
    if (await answers(place, state)) return state;
    // One that was started or killed a moment ago is on its way up or down.
    if (!isUnderWay(place) && (await start(place, state, say))) continue;
    await delay(500);
  }
  throw new SetupError(`PostgreSQL did not start. Its last words:\n${lastWords(place)}`);
}

async function start(place: Place, state: ServerState, say: (line: string) => void) {
  const port = await freePort(state.port);
  if (port !== state.port) say(`Port ${state.port} is taken: PostgreSQL listens on ${port}.`);
  writeState(place, { ...state, port });
  const options = ["-w", "-t", "120", "-l", logOf(place), "-o", `-p ${port}`];
  return program(place, "pg_ctl", ["start", "-D", place.data, ...options]).then(
    () => true,
    () => false, // a killed server's last backends may still hold its memory
  );
}

export async function stopServer(place: Place) {
  await program(place, "pg_ctl", ["stop", "-w", "-m", "fast", "-D", place.data]);
}

async function createCluster(place: Place, port: number) {
  const secret = () => randomBytes(24).toString("hex");
  const state = { port, superuser: secret(), owner: secret(), app: secret() };
  // An initdb of a run that was killed may still be writing into its own half.
  const half = `${place.data}.${process.pid}`;
  const passwordFile = join(place.folder, `password.${process.pid}`);
  for (const name of readdirSync(place.folder).filter((name) =>
    /^(data|password)\.\d+$/.test(name),
  )) {
    rmSync(join(place.folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
  writeState(place, state);
  writeFileSync(passwordFile, state.superuser, { mode: 0o600 });
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid);
  const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  try {
    await program(place, "initdb", [
      `--pgdata=${half}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      `--locale=${locale}`,
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ]);
  } catch (error) {
    throw new SetupError(
      `PostgreSQL's data folder could not be made.\n${(error as Error).message}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  appendFileSync(join(half, "postgresql.conf"), settings);
  renameSync(half, place.data);
}

/** Whether the server of this very data folder answers on the port it was last started on. */
async function answers(place: Place, state: ServerState): Promise<boolean> {
  const client = new Client({
    connectionString: addressOf(state, "superuser", "postgres"),
    connectionTimeoutMillis: 3000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SHOW data_directory");
    return rows[0].data_directory === place.data;
  } catch (error) {
    const recovering = (error as { code?: string }).code === "57P03";
    if (!recovering) return false;
    await delay(200);
    return answers(place, state);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether a server of this folder exists. The pid file of one that was killed is removed, so that
 * its number, borne by another program since, stops nobody. */
function isUnderWay(place: Place): boolean {
  const file = join(place.data, "postmaster.pid");
  if (!existsSync(file)) return false;
  const [pid, folder] = readFileSync(file, "utf8").split("\n");
  if (
    isAlive(Number(pid)) &&
    folder === place.data &&
    commandOf(Number(pid)).includes("postgres")
  ) {
    return true;
  }
  rmSync(file, { force: true });
  return false;
}

function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)]).toString();
  } catch {
    return ""; // ended just now
  }
}

function program(place: Place, name: "initdb" | "pg_ctl", args: string[]) {
  // A clean environment: PGDATA, PGPORT and their like belong to somebody else's server.
  const environment = { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C" };
  return run(join(place.programs, name), args, {
    ...place.user,
    cwd: "/",
    env: environment as unknown as NodeJS.ProcessEnv,
  });
}

const logOf = (place: Place) => join(place.folder, "server.log");

function lastWords(place: Place): string {
  if (!existsSync(logOf(place))) return "(no log)";
  return readFileSync(logOf(place), "utf8").trim().split("\n").slice(-8).join("\n");
}
