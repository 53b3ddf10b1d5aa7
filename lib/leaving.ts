import { startedByNpm } from "@/lib/env";

/** What was started and has to be stopped, in the order in which it was. */
export const stops: (() => Promise<void>)[] = [];
export const interrupted = new AbortController();

let leaving: Promise<void> | undefined;

/** Stops what was started, last first: the server, its worker, then the database. */
export function leave(): Promise<void> {
  leaving ??= (async () => {
    interrupted.abort();
    for (const stop of stops.reverse())
      await stop().catch((error: unknown) => console.error(error));
  })();
  return leaving;
}

/** Leaves when it is told to, and when nobody is left who could tell. */
export function leaveWhenTold() {
  // npm may be killed without a word; then nobody is left to stop us. (Its scripts `exec` us, so that
  // our parent is npm itself, and its SIGTERM reaches us rather than a shell.)
  if (startedByNpm()) {
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
    }, 1000).unref();
  }
  process.stdout.on("error", () => {}); // whoever read our words has gone

  // npm tells us twice about a Ctrl-C (the terminal does, too): once is enough.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => void leave().then(() => process.exit(0)));
  }
}
