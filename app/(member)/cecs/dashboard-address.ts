import type { Route } from "next";
import { queryOf } from "@/lib/addresses";
import type { DashboardAddress } from "@/lib/dashboard/schema";

/** The dashboard with these filters, in that order, beside that row: `/cecs?format=Teaching&after=…`. */
export function dashboardPath({ sort, ...address }: Partial<DashboardAddress>): Route {
  const query = queryOf({ ...address, sort: sort === "-earned" ? undefined : sort });
  return `/cecs${query}#active-cecs` as Route;
}
