import { Prisma } from "@/prisma/generated/client";

/** The UUIDv7 of an instant and a text, in SQL: the same row of the large membership, the same id. */
export function idAt(at: Prisma.Sql, key: Prisma.Sql): Prisma.Sql {
  const hash = Prisma.sql`md5(${key})`;
  return Prisma.sql`(lpad(to_hex((extract(epoch FROM ${at}) * 1000)::bigint), 12, '0')
    || '7' || substr(${hash}, 1, 3) || '8' || substr(${hash}, 4, 15))::uuid`;
}

/** A certificate's number, in the Crockford digits that hexadecimal has. */
export function certificateNumberOf(key: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`'CR-' || upper(substr(md5(${key}), 1, 16))`;
}

/** What every certificate of the association says alike; `s` is the row of settings. */
export const sameFacts = Prisma.sql`'provider', s.association_name, 'version', 1, 'paper', s.paper,
  'signatory', jsonb_build_object('name', s.signatory_name, 'title', s.signatory_title),
  'templateVersion', 1`;

/** As of when, and where the association's own pages are. */
export type Load = { now: Date; address: string };
