import { Client } from "pg";
import { env } from "@/lib/env";

export type DatabaseRole = "credence_app" | "the owner";

/**
 * Runs a statement as the application's role or as the tables' owner, and takes back what it did:
 * null when it goes through, else the error's code.
 */
export async function refusalOf(role: DatabaseRole, sql: string): Promise<string | null> {
  const client = await connect(role);
  try {
    await client.query("BEGIN");
    await client.query(sql);
    // Constraints that wait for the end of a transaction speak now.
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    return null;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
}

async function connect(role: DatabaseRole): Promise<Client> {
  const client = new Client(
    role === "credence_app"
      ? { connectionString: env.DATABASE_URL, options: "-c role=credence_app" }
      : { connectionString: env.DATABASE_OWNER_URL },
  );
  await client.connect();
  return client;
}

/** Codes of PostgreSQL. */
export const NO_PRIVILEGE = "42501";
export const KEPT = "23001";
export const OUT_OF_RANGE = "23514";
export const TAKEN = "23505";
export const NO_SUCH_ROW = "23503";
