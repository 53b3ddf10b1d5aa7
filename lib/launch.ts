import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { inspect } from "node:util";
import { DEMO_ACCOUNTS } from "@/lib/accounts/demo";
import { childEnvironment, env, openEnvironment, requireForStart, setEnvironment } from "@/lib/env";
import { freePort } from "@/lib/free-port";
import { keepWorker } from "@/lib/jobs/keep-worker";
import { interrupted, leave, leaveWhenTold, stops } from "@/lib/leaving";
import { build, ensureBuild, hasBuild } from "@/lib/production-build";
import { SetupError } from "@/lib/setup-error";
import { migrateGiven, openDatabase } from "@/prisma/open-database";

// The door of `npm run demo`, `dev`, `build`, `start` and `worker`.

const say = (line: string) => console.log(line);

const doors: Record<string, () => Promise<void>> = {
  async demo() {
    openEnvironment({ always: "demo" });
    await prepareDatabase();
    await ensureBuild(say, interrupted.signal);
    await loadDemo();
    await serve({ dev: false });
    printAccounts();
  },
  async dev() {
    openEnvironment({ always: "development" });
    await prepareDatabase();
    await serve({ dev: true });
  },
  async build() {
    openEnvironment({ unlessSaid: "production" });
    await build(interrupted.signal);
  },
  async start() {
    openEnvironment({ unlessSaid: "production" });
    requireForStart();
    if (!hasBuild()) throw new SetupError("There is no production build yet. Run: npm run build");
    await prepareDatabase();
    await serve({ dev: false });
  },
  async worker() {
    openEnvironment({ unlessSaid: "production" });
    requireForStart();
    // The links of password mails are made with it.
    setEnvironment({ SESSION_SECRET: env.SESSION_SECRET ?? keptSecret() });
    await prepareDatabase();
    stops.push(keepWorker().stop);
    say("The worker runs.");
  },
};

async function prepareDatabase() {
  // In production migrating is an act of its own: npm run migrate.
  if (env.CREDENCE_MODE !== "production") await migrateGiven();
  const database = await openDatabase(say);
  stops.push(database.release);
}

async function loadDemo() {
  const args = ["--conditions=react-server", "--import", "tsx", "prisma/load-demo.ts"];
  const code = await new Promise((resolve) => {
    const signal = interrupted.signal;
    const child = spawn(process.execPath, args, {
      stdio: "inherit",
      env: childEnvironment(),
      signal,
    });
    child.once("error", () => resolve(1));
    child.once("exit", resolve);
  });
  if (code !== 0) throw new SetupError("The demo association could not be loaded.");
}

async function serve({ dev }: { dev: boolean }) {
  const production = env.CREDENCE_MODE === "production";
  const port = production ? env.PORT : await freePort(env.PORT);
  if (port !== env.PORT) say(`Port ${env.PORT} is taken: ${port} is used instead.`);
  const address = env.PUBLIC_URL ?? `http://localhost:${port}`;
  setEnvironment({
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    PUBLIC_URL: address,
    NEXTAUTH_URL: address,
    // An action that redirects has Next fetch the page: from here, not through the proxy in front.
    __NEXT_PRIVATE_ORIGIN: `http://127.0.0.1:${port}`,
    SESSION_SECRET: env.SESSION_SECRET ?? keptSecret(),
  });
  // Next settles at its import whether this is production.
  const { startServer } = await import("@/lib/server");
  stops.push(keepWorker().stop);
  const server = await startServer({ dev, port });
  stops.push(server.stop);
  if (!dev) await firstSignOfLife(port);
  const here = `http://localhost:${port}`;
  say(`\nCredence is at ${address}${address === here ? "" : ` (served on port ${port})`}`);
}

/** Waits, for a while, until server, database and worker are all well. */
async function firstSignOfLife(port: number) {
  for (let tries = 0; tries < 60 && !interrupted.signal.aborted; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(250);
  }
}

/** Made once and kept, so that a restart signs nobody out. */
function keptSecret(): string {
  const file = ".credence/secret";
  if (!existsSync(file)) {
    mkdirSync(".credence", { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8");
}

function printAccounts() {
  say("\nDemo accounts:");
  for (const { label, login, password } of DEMO_ACCOUNTS) {
    say(`  ${login.padEnd(20)} ${password.padEnd(16)} ${label}`);
  }
}

leaveWhenTold();

try {
  const door = doors[process.argv[2] ?? ""];
  if (!door) throw new SetupError(`Say which: ${Object.keys(doors).join(", ")}.`);
  await door();
} catch (error) {
  if (!interrupted.signal.aborted) {
    // Not by console.error: the server has turned that into the log.
    process.stderr.write(`${error instanceof SetupError ? error.message : inspect(error)}\n`);
    await leave();
    process.exit(1);
  }
}
