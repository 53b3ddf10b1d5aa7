import "server-only";
import { db } from "@/lib/db";

/** Registrations whose credits opened since `after` and whose members have not been told. */
export function listUntold(after: Date, now: Date) {
  return db.registration.findMany({
    relationLoadStrategy: "join",
    where: {
      openToldAt: null,
      member: { retiredAt: null },
      event: { endsAt: { gt: after, lte: now } },
      days: { some: { confirmedAt: { not: null }, withdrawnAt: null, claim: null } },
    },
    take: 500,
    select: {
      id: true,
      event: { select: { title: true, firstOn: true, lastOn: true } },
      member: { select: { id: true, firstName: true, email: true } },
    },
  });
}

export type Untold = Awaited<ReturnType<typeof listUntold>>[number];
