import type { PlaceSort } from "@/lib/places/schema";
import { sqlOrder } from "@/lib/sql-order";
import { Prisma } from "@/prisma/generated/client";

/** Registrations `r` by the names of their members `m`. */
export const byName = Prisma.sql`m.last_name, m.first_name, r.id`;

/** What comes after the registration that was last on the page before. */
export function pastPlace(id: string): Prisma.Sql {
  return Prisma.sql`(${byName}) > (SELECT ${byName} FROM registrations r
    JOIN members m ON m.id = r.member_id WHERE r.id = ${id}::uuid)`;
}

const NAME = ["m.last_name", "m.first_name", "r.id"];
const DATE = ["r.registered_at", "r.id"];

/** The orders of an event's registrations; `outer` is of rows `r` that hold their member's names. */
export const PLACE_ORDERS = {
  name: bothOrders(NAME),
  "name-back": bothOrders(NAME, "DESC"),
  newest: bothOrders(DATE, "DESC"),
  oldest: bothOrders(DATE),
} satisfies Record<PlaceSort, unknown>;

function bothOrders(columns: readonly string[], way: "ASC" | "DESC" = "ASC") {
  const held = columns.map((column) => column.replace("m.", "r."));
  return { inner: sqlOrder(columns, way), outer: sqlOrder(held, way) };
}
