import "server-only";
import { eventOf, rowsOf } from "@/lib/claims/rows";
import { db, type Tx } from "@/lib/db";
import { isId } from "@/lib/ids";
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
      mergedIntoId: true,
    },
  },
  certificate: { select: { number: true, versions: latestVersion } },
  requests: {
    orderBy: { requestedAt: "desc" },
    select: { id: true, message: true, requestedAt: true, decision: true },
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
