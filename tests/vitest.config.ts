import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: {
    alias: [
      // The package throws outside a server component; tests are neither.
      { find: "server-only", replacement: `${root}node_modules/server-only/empty.js` },
      { find: /^@\//, replacement: root },
    ],
  },
  test: {
    reporters: ["default", "tests/support/vitest-results.ts"],
    env: { TZ: "Asia/Kathmandu", LOG_LEVEL: "silent" },
    // Two cores, of which the database wants one.
    maxWorkers: 2,
    // A busy machine is slow, not wrong.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/console.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["tests/db/**/*.test.ts"],
          pool: "forks",
          globalSetup: ["tests/support/database-server.ts"],
          setupFiles: ["tests/support/console.ts", "tests/support/database.ts"],
        },
      },
    ],
  },
});
