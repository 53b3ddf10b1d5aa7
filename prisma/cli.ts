import { env, openEnvironment } from "@/lib/env";
import { SetupError } from "@/lib/setup-error";
import { openEmbedded } from "./embedded/open";
import { migrateGiven, openDatabase } from "./open-database";
import { differenceToSchema } from "./schema-engine";

// npm run migrate [-- --check]: applies the migrations, or says whether they agree with the schema.
openEnvironment({ unlessSaid: "development" });

async function check(): Promise<boolean> {
  // Comparing makes and drops a database; on our own server that is the superuser's right.
  const own = env.DATABASE_URL ? undefined : await openEmbedded("database", console.log);
  const url = own?.superuser ?? env.DATABASE_OWNER_URL ?? env.DATABASE_URL ?? "";
  const difference = await differenceToSchema(url).finally(() => own?.release());
  console.log(difference || "The migrations make exactly what prisma/schema.prisma says.");
  return difference === "";
}

async function apply(): Promise<boolean> {
  const applied = await migrateGiven();
  const database = await openDatabase(console.log);
  await database.release();
  for (const name of applied) console.log(`Applied ${name}.`);
  console.log("The database is up to date.");
  return true;
}

try {
  const fine = process.argv.includes("--check") ? await check() : await apply();
  process.exitCode = fine ? 0 : 1;
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
