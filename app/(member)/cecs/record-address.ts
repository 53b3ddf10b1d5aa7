import type { Route } from "next";
import { queryOf } from "@/lib/addresses";
import type { RecordAddress } from "@/lib/records/schema";

/** The dashboard with these filters, in that order, beside that row: `/cecs?format=Teaching&after=…`. */
export function recordPath({ sort, ...address }: Partial<RecordAddress>): Route {
  const query = queryOf({ ...address, sort: sort === "-earned" ? undefined : sort });
  return `/cecs${query}#active-cecs` as Route;
}
