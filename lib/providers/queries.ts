import "server-only";
import { db, type Tx } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

const PROVIDERS_A_PAGE = 25;

export type Provider = { id: string; name: string; inNetwork: boolean; common: boolean };

/** A page of the providers whose names hold what was typed, by name. */
export async function listProviders({ q, after }: { q: string; after: string | null }) {
  const literal = q.replaceAll(/[\\%_]/g, "\\$&");
  const past = after
    ? Prisma.sql`(name COLLATE "und-x-icu", id) > (
        SELECT name COLLATE "und-x-icu", id FROM providers WHERE id = ${after}::uuid)`
    : Prisma.sql`true`;
  const found = await db.$queryRaw<Provider[]>`
    SELECT id, name, in_network AS "inNetwork", common FROM providers
     WHERE ${past} AND name_key LIKE '%' || identifier_key(${literal}) || '%'
     ORDER BY name COLLATE "und-x-icu", id LIMIT ${PROVIDERS_A_PAGE + 1}`;
  const providers = found.slice(0, PROVIDERS_A_PAGE);
  return {
    providers,
    next: found.length > PROVIDERS_A_PAGE ? (providers.at(-1)?.id ?? null) : null,
  };
}

export function findProvider(id: string, tx: Tx): Promise<Provider | null> {
  return tx.provider.findUnique({
    where: { id },
    select: { id: true, name: true, inNetwork: true, common: true },
  });
}
