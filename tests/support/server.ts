import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { childEnvironment } from "@/lib/env";
import { freePort } from "@/lib/free-port";
import { SetupError } from "@/lib/setup-error";
import type { TestDatabase } from "./test-databases";

const log = ".credence/test-server.log";

/** Serves the production build, in development mode, on the database of the browser tests. */
export async function startTestServer(database: TestDatabase, folder = ".") {
  const port = await freePort(3100);
  const address = `http://localhost:${port}`;
  const variables = {
    CREDENCE_MODE: "development",
    DATABASE_URL: database.app,
    DATABASE_OWNER_URL: database.owner,
    PORT: String(port),
    PUBLIC_URL: address,
    NODE_ENV: "production",
    TRUSTED_PROXIES: "0",
    SMTP_URL: undefined,
  };
  const output = openSync(log, "w");
  const server = spawn(process.execPath, ["--import", "tsx", "lib/launch.ts", "start"], {
    cwd: folder,
    stdio: ["ignore", output, output],
    env: childEnvironment(variables),
  });
  closeSync(output);
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
  };
  for (let waited = 0; waited < 60_000; waited += 250) {
    if (server.exitCode !== null) break;
    const answer = await fetch(`${address}/api/health`).catch(() => undefined);
    if (answer?.ok) return { address, stop };
    await delay(250);
  }
  await stop();
  throw new SetupError(
    `The server did not come up. It said:\n${readFileSync(log, "utf8").slice(-2000)}`,
  );
}
