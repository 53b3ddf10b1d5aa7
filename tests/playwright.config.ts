import { defineConfig } from "@playwright/test";
import { env } from "@/lib/env";

// Run by tests/run.ts, which starts the server and names it, its database and the browser here.
export default defineConfig({
  testDir: "e2e",
  outputDir: "../.credence/test-results",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // Pages are looked at in four looks; a busy machine takes its time over each.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "../.credence/test-results.json" }]],
  use: {
    baseURL: env.PUBLIC_URL,
    locale: "en-US",
    // Neither the server's zone nor the association's: no date may depend on the reader's.
    timezoneId: "America/Los_Angeles",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: env.CHROMIUM_PATH,
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
