import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { childEnvironment, env, searchPath } from "@/lib/env";
import { SetupError } from "@/lib/setup-error";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const apps = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** The Chromium of the browser tests: the one named, one at hand, one that can be had. */
export function findBrowser(say: (line: string) => void): string {
  if (env.CHROMIUM_PATH) {
    if (runs(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new SetupError(`CHROMIUM_PATH is ${env.CHROMIUM_PATH}, which does not run as a browser.`);
  }
  const found = atHand() ?? playwrights() ?? downloaded(say) ?? packaged(say);
  if (found) return found;
  throw new SetupError(
    "The browser tests need Chromium, and none is here. Run: npx playwright install --with-deps chromium " +
      "(or set CHROMIUM_PATH to the browser you have).",
  );
}

function atHand(): string | undefined {
  const folders = searchPath().split(delimiter);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...apps].find(
    runs,
  );
}

function playwrights(): string | undefined {
  return [chromium.executablePath()].find(runs);
}

function downloaded(say: (line: string) => void): string | undefined {
  say("No Chromium is here: trying Playwright's download …");
  const cli = ["node_modules/@playwright/test/cli.js", "install", "chromium"];
  spawnSync(process.execPath, cli, {
    stdio: "ignore",
    timeout: 5 * 60_000,
    // A closed network should say no soon.
    env: childEnvironment({ PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "5000" }),
  });
  return playwrights();
}

function packaged(say: (line: string) => void): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  say("Installing the package chromium …");
  const quiet = {
    stdio: "inherit",
    env: childEnvironment({ DEBIAN_FRONTEND: "noninteractive" }),
  } as const;
  spawnSync("apt-get", ["update", "-q"], quiet);
  spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], quiet);
  return atHand();
}

/** A file may be there and lack its libraries, so it has to say its version. */
function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  // Debian's wrapper refuses to run as root without this even for its version.
  return (
    spawnSync(path, ["--version", "--no-sandbox"], { stdio: "ignore", timeout: 20_000 }).status ===
    0
  );
}
