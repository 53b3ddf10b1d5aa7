import { Prisma } from "@/prisma/generated/client";

/** Registrations `r` by the names of their members `m`. */
export const byName = Prisma.sql`m.last_name, m.first_name, r.id`;

/** What comes after the registration that was last on the page before. */
export function pastPlace(id: string): Prisma.Sql {
  return Prisma.sql`(${byName}) > (SELECT ${byName} FROM registrations r
    JOIN members m ON m.id = r.member_id WHERE r.id = ${id}::uuid)`;
}
