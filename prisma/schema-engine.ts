import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { wholeScripts } from "./whole-scripts";

const here = import.meta.dirname;
const schemaFile = join(here, "schema.prisma");
const migrationsFolder = join(here, "migrations");

// Prisma's own engine, compiled to WebAssembly and shipped in a package: nothing is downloaded.
const filters = { externalTables: [], externalEnums: [] };
let started = false;

async function startEngine() {
  if (started) return;
  // Node 20 can't import .wasm: what the package's own entry does is done by hand.
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const wasm = readFileSync(file.replace(/schema_engine\.js$/, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, {
    "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
  });
  const { __wbg_set_wasm: attach } = engine as unknown as { __wbg_set_wasm(e: unknown): void };
  attach(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  started = true;
}

async function withEngine<T>(url: string, run: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  await startEngine();
  const models: [string, string][] = [[schemaFile, readFileSync(schemaFile, "utf8")]];
  const connections = wholeScripts(url);
  const adapter = bindMigrationAwareSqlAdapterFactory(connections.factory);
  const opened = await engine.SchemaEngine.new({ datamodels: models }, () => {}, adapter);
  try {
    return await run(opened);
  } finally {
    opened.free();
    await connections.close();
  }
}

/** The migrations in the folder, oldest first. */
export function listMigrations(): { name: string; sql: string }[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      sql: readFileSync(join(migrationsFolder, name, "migration.sql"), "utf8"),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function migrationList(): MigrationList {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"' },
    shadowDbInitScript: "",
    migrationDirectories: listMigrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

export async function applyMigrations(url: string): Promise<string[]> {
  const applied = await withEngine(url, (engine) =>
    engine.applyMigrations({ migrationsList: migrationList(), filters }),
  );
  return applied.appliedMigrationNames;
}

/** What schema.prisma says and the migrations don't, as SQL; "" when they agree. Makes and drops a
 * database of its own, so the login must be allowed to. */
export async function differenceToSchema(url: string): Promise<string> {
  const files = [{ path: schemaFile, content: readFileSync(schemaFile, "utf8") }];
  const result = await withEngine(url, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...migrationList() },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  const sql = result.stdout ?? "";
  return sql.includes("empty migration") ? "" : sql.trim();
}
