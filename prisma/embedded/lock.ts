import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const GIVEN_UP_AFTER = 5 * 60_000;

/** Runs while holding the lock file; a holder that died without letting go doesn't keep it. */
export async function withLock<T>(file: string, run: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  while (!taken(file)) {
    if (abandoned(file)) rmSync(file, { force: true });
    else await delay(100);
  }
  try {
    return await run();
  } finally {
    rmSync(file, { force: true });
  }
}

function taken(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function abandoned(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    // After a reboot another program may bear the holder's number, hence the age.
    const old = Date.now() - statSync(file).mtimeMs > GIVEN_UP_AFTER;
    return old || holder === process.pid || !isAlive(holder);
  } catch {
    return false; // released just now
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
