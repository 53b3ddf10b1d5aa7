import { expect, inject, test } from "vitest";
import { env } from "@/lib/env";
import { connect, migrate, pendingMigrations } from "@/prisma/migrate";
import { differenceToSchema } from "@/prisma/schema-engine";

test("the migrations make exactly what the schema says", async () => {
  expect(await differenceToSchema(inject("server").maker)).toBe("");
});

test("migrating a migrated database changes nothing", async () => {
  const owner = env.DATABASE_OWNER_URL ?? "";
  expect(await migrate(owner, env.DATABASE_URL ?? "")).toEqual([]);
  const client = await connect(owner);
  expect(await pendingMigrations(client)).toEqual([]);
  await client.end();
});

test("a migration that was cut off is applied again", async () => {
  const owner = env.DATABASE_OWNER_URL ?? "";
  const client = await connect(owner);
  // As if we had been killed in the one that fills tables: its rows are gone, its record is open.
  await client.query(`
    DELETE FROM settings; DELETE FROM credit_types; DELETE FROM activity_types; DELETE FROM professions;
    UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0
      WHERE migration_name LIKE '%reference_data'`);
  expect(await migrate(owner, env.DATABASE_URL ?? "")).toEqual(["20261121000200_reference_data"]);
  expect(await pendingMigrations(client)).toEqual([]);
  const { rows } = await client.query("SELECT count(*)::int AS settings FROM settings");
  expect(rows).toEqual([{ settings: 1 }]);
  await client.end();
});
