import "server-only";
import { type Day, dateOf, dayOf } from "@/lib/calendar";
import type { Row } from "@/lib/claims/rules";
import { db, type Tx } from "@/lib/db";
import { isId } from "@/lib/ids";
import { isClaimable } from "@/lib/registrations/rules";
import type { Prisma } from "@/prisma/generated/client";

/** What both the CME Tracker and one claim show of a registration's days. */
export const rowSelect = {
  orderBy: { eventDay: { day: "asc" } },
  select: {
    declaredAt: true,
    confirmedAt: true,
    withdrawnAt: true,
    eventDay: { select: { id: true, day: true, title: true, maximum: true } },
    claim: {
      select: {
        credits: true,
        version: true,
        savedAt: true,
        submission: { select: { submittedAt: true } },
        corrections: { orderBy: { number: "desc" }, take: 1, select: { newCredits: true } },
      },
    },
  },
} satisfies Prisma.Registration$daysArgs;

export const eventSelect = {
  select: {
    id: true,
    code: true,
    title: true,
    place: true,
    timeZone: true,
    activityTypeName: true,
    firstOn: true,
    lastOn: true,
    endsAt: true,
    creditType: { select: { name: true, increment: true } },
  },
} satisfies { select: Prisma.EventSelect };

type StoredDay = Prisma.RegistrationDayGetPayload<typeof rowSelect>;
type StoredEvent = Prisma.EventGetPayload<typeof eventSelect>;

export type ClaimRow = Row & {
  eventDayId: string;
  title: string;
  /** Rises with each save of the row; 0: never saved. */
  version: number;
  savedAt: Date | null;
};

/** The rows of the claim: every confirmed day that stands, and every locked one. */
export function rowsOf(days: readonly StoredDay[]): ClaimRow[] {
  return days
    .filter((day) => isClaimable(day) || day.claim?.submission)
    .map(({ eventDay, claim }) => ({
      eventDayId: eventDay.id,
      day: dayOf(eventDay.day),
      title: eventDay.title,
      maximum: eventDay.maximum,
      credits: claim?.corrections[0]?.newCredits ?? claim?.credits ?? null,
      version: claim?.version ?? 0,
      savedAt: claim?.savedAt ?? null,
      submittedAt: claim?.submission?.submittedAt ?? null,
    }));
}

/** An event that people are registered for has days: its span and end are known. */
export function eventOf({ firstOn, lastOn, endsAt, ...event }: StoredEvent) {
  if (!firstOn || !lastOn || !endsAt) throw new Error(`event ${event.id} has no days`);
  return { ...event, firstOn: dayOf(firstOn), lastOn: dayOf(lastOn), endsAt };
}

const latestVersion = {
  orderBy: { version: "desc" },
  take: 1,
  select: { version: true, revokedAt: true, heldReason: true },
} satisfies Prisma.Certificate$versionsArgs;

const claimSelect = {
  id: true,
  version: true,
  event: eventSelect,
  days: rowSelect,
  member: {
    select: {
      id: true,
      firstName: true,
      lastName: true,
      memberNumber: true,
      email: true,
      professionName: true,
      retiredAt: true,
    },
  },
  certificate: { select: { number: true, versions: latestVersion } },
  requests: {
    orderBy: { requestedAt: "desc" },
    select: { id: true, message: true, requestedAt: true },
  },
} satisfies Prisma.RegistrationSelect;

/** One member's claim at an event; null where it is not this member's. */
export async function findClaim(memberId: string, registrationId: string, tx: Tx = db) {
  if (!isId(registrationId)) return null;
  const found = await tx.registration.findFirst({
    relationLoadStrategy: "join",
    where: { id: registrationId, memberId },
    select: claimSelect,
  });
  return found && { ...found, event: eventOf(found.event), rows: rowsOf(found.days) };
}

export type MemberClaim = NonNullable<Awaited<ReturnType<typeof findClaim>>>;

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
  const found = await db.registration.findMany({
    relationLoadStrategy: "join",
    where: { memberId, event: eventFilter(filters), ...(cursor && pastCursor(cursor)) },
    orderBy: isNewer
      ? [{ event: { lastOn: "asc" } }, { id: "asc" }]
      : [{ event: { lastOn: "desc" } }, { id: "desc" }],
    take: CLAIMS_A_PAGE + 1,
    select: {
      id: true,
      event: eventSelect,
      days: rowSelect,
      certificate: { select: { number: true, versions: latestVersion } },
    },
  });
  const hasMore = found.length > CLAIMS_A_PAGE;
  const page = found.slice(0, CLAIMS_A_PAGE);
  if (isNewer) page.reverse();
  return {
    claims: page.map((claim) => ({
      ...claim,
      event: eventOf(claim.event),
      rows: rowsOf(claim.days),
    })),
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
