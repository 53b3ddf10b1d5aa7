import "server-only";
import { db } from "@/lib/db";

/** The jobs whose worker was killed: fetched a while ago, and nobody holds them (lib/jobs/holds.ts). */
export function listLeftBehind(): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw`
    SELECT id::text, name FROM pgboss.job
     WHERE state = 'active' AND started_on < now() - interval '10 seconds'
       AND hashtextextended(id::text, 0) NOT IN
           (SELECT classid::bigint << 32 | objid::bigint FROM pg_locks
             WHERE locktype = 'advisory' AND granted AND objsubid = 1
               AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;
}
