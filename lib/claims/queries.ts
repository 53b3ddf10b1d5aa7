import "server-only";
import { dayOf } from "@/lib/calendar";
import type { Row } from "@/lib/claims/rules";
import { db, type Tx } from "@/lib/db";
import { isId } from "@/lib/ids";
import { isClaimable } from "@/lib/registrations/rules";
import type { Prisma } from "@/prisma/generated/client";

/** What both the CME Tracker and one claim show of a registration's days. */
export const rowSelect = {
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

/** The rows of the claim by day: every confirmed day that stands, and every locked one. */
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
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** An event that people are registered for has days: its span and end are known. */
export function eventOf({ firstOn, lastOn, endsAt, ...event }: StoredEvent) {
  if (!firstOn || !lastOn || !endsAt) throw new Error(`event ${event.id} has no days`);
  return { ...event, firstOn: dayOf(firstOn), lastOn: dayOf(lastOn), endsAt };
}

export const latestVersion = {
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
