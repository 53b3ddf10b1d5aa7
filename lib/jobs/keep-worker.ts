import { type ChildProcess, spawn } from "node:child_process";
import { childEnvironment } from "@/lib/env";
import { log } from "@/lib/log";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const LONGEST_STOP = 30_000;

/** Runs the worker as a child and starts it again whenever it dies. */
export function keepWorker(): { stop(): Promise<void> } {
  let stopping = false;
  let wait = FIRST_WAIT;
  let timer: NodeJS.Timeout | undefined;
  let child = start();

  function start(): ChildProcess {
    const startedAt = Date.now();
    const worker = spawn(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "lib/jobs/worker.ts"],
      // The channel tells it when we are killed; a group of its own spares it the terminal's Ctrl-C,
      // so that it finishes its jobs when we ask it to.
      { stdio: ["ignore", "inherit", "inherit", "ipc"], detached: true, env: childEnvironment() },
    );
    worker.once("exit", (code, signal) => {
      if (stopping) return;
      if (Date.now() - startedAt > LONGEST_WAIT) wait = FIRST_WAIT;
      log.error({ code, signal, wait }, "the worker ended; it is started again");
      timer = setTimeout(() => {
        child = start();
      }, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
    return worker;
  }

  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), LONGEST_STOP);
      await ended;
      clearTimeout(force);
    },
  };
}
