import { childEnvironment, openEnvironment, setEnvironment } from "@/lib/env";
import { ensureBuild } from "@/lib/production-build";
import { SetupError } from "@/lib/setup-error";
import { findBrowser } from "./support/browser";
import { forgetResults, type Results, readResults } from "./support/results";
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

const say = (line: string) => console.log(line);

const stages: Record<string, (files: string[]) => Promise<Results>> = {
  lint: () =>
    check("lint", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  async types() {
    const generated = await check("typegen", "node_modules/next/dist/bin/next", "typegen");
    if (generated.failed.length > 0) return generated;
    return check("types", "node_modules/typescript/bin/tsc", "--noEmit");
  },
  unit: (files) => vitest("unit", files),
  db: (files) => vitest("db", files),
  e2e: browserTests,
};

async function check(name: string, ...command: string[]): Promise<Results> {
  const fine = (await run(command)) === 0;
  return fine ? { passed: 1, failed: [] } : { passed: 0, failed: [name] };
}

async function vitest(project: string, files: string[]): Promise<Results> {
  forgetResults();
  const code = await run([
    ...["node_modules/vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts"],
    ...["--project", project],
    ...files,
  ]);
  return readResults(code, project);
}

async function browserTests(files: string[]): Promise<Results> {
  const browser = findBrowser(say);
  await ensureBuild(say);
  const databases = await openTestServer();
  try {
    const database = await createDatabase(databases, await prepareTemplate(databases));
    const server = await startTestServer(database);
    forgetResults();
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
    return readResults(code, "e2e");
  } finally {
    await databases.release();
  }
}

const asked = process.argv.slice(2);
const named = asked.filter((word) => word in stages);
const chosen = named.length > 0 ? named : Object.keys(stages);
const files = asked.filter((word) => !(word in stages));

openEnvironment({ unlessSaid: "development" });
setEnvironment({ TZ: "Asia/Kathmandu", NEXT_TELEMETRY_DISABLED: "1" });
const failed: string[] = [];
let passed = 0;
for (const name of chosen) {
  say(`\n── ${name}`);
  const found = await stages[name]?.(files).catch((error: unknown): Results => {
    console.error(error instanceof SetupError ? error.message : error);
    return { passed: 0, failed: [`${name} could not run`] };
  });
  passed += found?.passed ?? 0;
  failed.push(...(found?.failed ?? []));
}
for (const name of failed) say(`\nfailed: ${name}`);
say(`\n${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
