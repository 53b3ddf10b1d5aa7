import { defineConfig } from "prisma/config";

// `prisma generate` would download an engine that it never runs; any executable file satisfies it.
if (process.argv.includes("generate")) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

const url = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;

export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
  // Only `prisma migrate deploy` connects; generating needs no database.
  ...(url ? { datasource: { url } } : {}),
});
