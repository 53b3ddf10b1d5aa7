import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient } from "@/prisma/generated/client";

/** A transaction of `db`, for the pieces of a command that take it as their first argument. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

function connect() {
  const adapter = new PrismaPg({
    // Read at the first connection: a command-line act opens its database after the imports.
    get connectionString() {
      return env.DATABASE_URL;
    },
    // Whoever logs in, the application acts as a role that owns nothing and may delete little.
    options: "-c role=credence_app",
    connectionTimeoutMillis: 10_000,
    max: 10,
  });
  // Prisma's own patience, two seconds to begin and five to end, turns a busy minute into errors.
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } });
}

// Development reloads modules; without this every reload would open ten more connections.
const kept = globalThis as typeof globalThis & { credenceDatabase?: PrismaClient };

export const db: PrismaClient = kept.credenceDatabase ?? connect();
kept.credenceDatabase = db;
