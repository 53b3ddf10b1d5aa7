import "server-only";
import { type Day, dateOf } from "@/lib/calendar";
import { eventSelect, latestVersion, rowSelect } from "@/lib/claims/queries";
import { eventOf, rowsOf } from "@/lib/claims/rows";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

export const CLAIMS_A_PAGE = 20;

export type ClaimFilters = { activityType?: string; year?: number };

/** Where a page of the tracker starts: just after (older) or before (newer) a registration. */
export type ClaimCursor = { lastOn: Day; id: string; towards: "older" | "newer" };

/** A page of a member's claims, most recent event first. */
export async function listClaims(
  memberId: string,
  filters: ClaimFilters,
  cursor: ClaimCursor | null,
) {
  const isNewer = cursor?.towards === "newer";
  // The page first and alone: joined to its details, every registration's would be read and sorted.
  const page = await db.registration.findMany({
    where: { memberId, event: eventFilter(filters), ...(cursor && pastCursor(cursor)) },
    orderBy: isNewer
      ? [{ event: { lastOn: "asc" } }, { id: "asc" }]
      : [{ event: { lastOn: "desc" } }, { id: "desc" }],
    take: CLAIMS_A_PAGE + 1,
    select: { id: true },
  });
  const hasMore = page.length > CLAIMS_A_PAGE;
  const ids = page.slice(0, CLAIMS_A_PAGE).map(({ id }) => id);
  if (isNewer) ids.reverse();
  const found = await db.registration.findMany({
    relationLoadStrategy: "join",
    where: { id: { in: ids }, memberId },
    select: {
      id: true,
      event: eventSelect,
      days: rowSelect,
      certificate: { select: { number: true, versions: latestVersion } },
    },
  });
  const claims = found.map((claim) => ({
    ...claim,
    event: eventOf(claim.event),
    rows: rowsOf(claim.days),
  }));
  return {
    claims: claims.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
    hasOlder: isNewer || hasMore,
    hasNewer: isNewer ? hasMore : cursor !== null,
  };
}

function eventFilter({ activityType, year }: ClaimFilters): Prisma.EventWhereInput {
  return {
    lastOn: { not: null },
    ...(activityType && { activityTypeName: activityType }),
    ...(year && {
      AND: [
        { lastOn: { gte: dateOf(`${year}-01-01`) } },
        { lastOn: { lte: dateOf(`${year}-12-31`) } },
      ],
    }),
  };
}

function pastCursor({ lastOn, id, towards }: ClaimCursor): Prisma.RegistrationWhereInput {
  const beyond = towards === "older" ? "lt" : "gt";
  const on = dateOf(lastOn);
  return {
    OR: [{ event: { lastOn: { [beyond]: on } } }, { event: { lastOn: on }, id: { [beyond]: id } }],
  };
}

export type ListedClaim = Awaited<ReturnType<typeof listClaims>>["claims"][number];

/** The choices of the tracker's filters: the activity types and years of the member's events. */
export async function listClaimFilters(memberId: string) {
  const events = await db.event.findMany({
    where: { registrations: { some: { memberId } }, lastOn: { not: null } },
    distinct: ["activityTypeName", "lastOn"],
    select: { activityTypeName: true, lastOn: true },
  });
  const types = new Set(events.map((event) => event.activityTypeName));
  const years = new Set(events.flatMap(({ lastOn }) => (lastOn ? [lastOn.getUTCFullYear()] : [])));
  return {
    activityTypes: [...types].sort(),
    years: [...years].sort((a, b) => b - a),
  };
}
