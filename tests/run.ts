import { readFileSync, rmSync } from "node:fs";
import { childEnvironment, openEnvironment, setEnvironment } from "@/lib/env";
import { ensureBuild } from "@/lib/production-build";
import { SetupError } from "@/lib/setup-error";
import { findBrowser } from "./support/browser";
import { run } from "./support/run-program";
import { startTestServer } from "./support/server";
import {
  createDatabase,
  dropDatabase,
  openTestServer,
  prepareTemplate,
} from "./support/test-databases";

// npm test: everything, one stage after the other. `npm test -- db claims` runs one stage, and of
// its files those that match; `npm run check` is lint, types and unit.

type Tally = { passed: number; failed: number };

const say = (line: string) => console.log(line);
const results = ".credence/test-results.json";

const stages: Record<string, (files: string[]) => Promise<Tally>> = {
  lint: () => check("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  async types() {
    const generated = await check("node_modules/next/dist/bin/next", "typegen");
    return generated.failed ? generated : check("node_modules/typescript/bin/tsc", "--noEmit");
  },
  unit: (files) => vitest("unit", files),
  db: (files) => vitest("db", files),
  e2e: browserTests,
};

async function check(...command: string[]): Promise<Tally> {
  const fine = (await run(command)) === 0;
  return { passed: fine ? 1 : 0, failed: fine ? 0 : 1 };
}

async function vitest(project: string, files: string[]): Promise<Tally> {
  rmSync(results, { force: true });
  const code = await run([
    ...["node_modules/vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts"],
    ...[
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${results}`,
    ],
    ...files,
  ]);
  const told = readResults<{ numPassedTests: number; numFailedTests: number }>();
  return tally(code, told?.numPassedTests, told?.numFailedTests);
}

async function browserTests(files: string[]): Promise<Tally> {
  const browser = findBrowser(say);
  await ensureBuild(say);
  const databases = await openTestServer();
  try {
    const database = await createDatabase(databases, await prepareTemplate(databases));
    const server = await startTestServer(database);
    rmSync(results, { force: true });
    const variables = {
      CHROMIUM_PATH: browser,
      CREDENCE_MODE: "development",
      DATABASE_URL: database.app,
      DATABASE_OWNER_URL: database.owner,
      PUBLIC_URL: server.address,
      // Tests make what they need by the product's own commands, which are server-only.
      NODE_OPTIONS: "--conditions=react-server",
    };
    const command = [
      "node_modules/@playwright/test/cli.js",
      "test",
      "-c",
      "tests/playwright.config.ts",
    ];
    const code = await run([...command, ...files], childEnvironment(variables));
    await server.stop();
    await dropDatabase(databases, database);
    const told = readResults<{ stats: { expected: number; unexpected: number; flaky: number } }>();
    return tally(
      code,
      told?.stats.expected,
      (told?.stats.unexpected ?? 0) + (told?.stats.flaky ?? 0),
    );
  } finally {
    await databases.release();
  }
}

/** A stage that fails without naming a failed test counts as one. */
function tally(code: number, passed = 0, failed = 0): Tally {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function readResults<T>(): T | undefined {
  try {
    return JSON.parse(readFileSync(results, "utf8")) as T;
  } catch {
    return undefined;
  }
}

const asked = process.argv.slice(2);
const named = asked.filter((word) => word in stages);
const chosen = named.length > 0 ? named : Object.keys(stages);
const files = asked.filter((word) => !(word in stages));

openEnvironment({ unlessSaid: "development" });
setEnvironment({ TZ: "Asia/Kathmandu", NEXT_TELEMETRY_DISABLED: "1" });
const total: Tally = { passed: 0, failed: 0 };
for (const name of chosen) {
  say(`\n── ${name}`);
  const found = await stages[name]?.(files).catch((error: unknown): Tally => {
    console.error(error instanceof SetupError ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  total.passed += found?.passed ?? 0;
  total.failed += found?.failed ?? 0;
  if (found?.failed) say(`${name}: ${found.failed} failed`);
}
say(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
