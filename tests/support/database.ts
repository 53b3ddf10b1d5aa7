import { afterAll, inject } from "vitest";
import { db } from "@/lib/db";
import { setEnvironment } from "@/lib/env";
import { createDatabase, dropDatabase } from "./test-databases";

// For every file of tests a database of its own, which the application's role connects to.
const server = { ...inject("server"), release: async () => {} };
const database = await createDatabase(server, inject("template"));

setEnvironment({
  CREDENCE_MODE: "development",
  DATABASE_URL: database.app,
  DATABASE_OWNER_URL: database.owner,
  PUBLIC_URL: "http://localhost:3000",
  SESSION_SECRET: "only for tests, where nothing is secret",
});

afterAll(async () => {
  await db.$disconnect();
  await dropDatabase(server, database);
});
