import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type ClientBase, Pool } from "pg";
import type { Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { PrismaClient } from "@/prisma/generated/client";

const HOUR = 3_600_000;

// A file is joined whole: with the server's usual room its tables would go through the disk.
const ROOM = "-c work_mem=64MB -c temp_buffers=64MB -c jit=off";

/**
 * Runs one transaction with two ways to speak in it: COPY and cursors need the connection itself,
 * the pieces of other commands need Prisma's transaction. A pool of one connection gives both.
 */
export async function inOneTransaction<T>(run: (client: ClientBase, tx: Tx) => Promise<T>) {
  const pool = new Pool({
    connectionString: env.DATABASE_URL,
    options: `-c role=credence_app ${ROOM}`,
    connectionTimeoutMillis: 5000,
    max: 1,
  });
  let client: ClientBase | undefined;
  pool.on("acquire", (acquired) => {
    client = acquired;
  });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  try {
    return await prisma.$transaction(
      (tx): Promise<T> => {
        if (!client) throw new Error("Prisma began a transaction without a connection.");
        return run(client, tx);
      },
      // Two seconds to begin, Prisma's own, are less than the pool may take to connect.
      { maxWait: 10_000, timeout: HOUR },
    );
  } finally {
    await prisma.$disconnect();
    await pool.end();
  }
}
