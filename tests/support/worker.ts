import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import { childEnvironment } from "@/lib/env";

/** The worker as the server starts it, on the database of the test. */
export function startWorker(variables: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "lib/jobs/worker.ts"],
    {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: childEnvironment({ NODE_ENV: undefined, NODE_OPTIONS: undefined, ...variables }),
    },
  );
  const exit = once(child, "exit").then(([code, signal]) => ({ code, signal }));
  return {
    exit,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** What it sees of a server that was killed. */
    leaveAlone: () => child.disconnect(),
  };
}

/** Looks until it is so. */
export async function until(isSo: () => Promise<boolean> | boolean, what: string, seconds = 90) {
  const deadline = Date.now() + seconds * 1000;
  while (!(await isSo())) {
    expect(Date.now(), `${what} within ${seconds} seconds`).toBeLessThan(deadline);
    await delay(50);
  }
}
