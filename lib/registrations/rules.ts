import { addHours } from "date-fns";

/** How long after an event its members may still say that they registered or changed days onsite. */
export const DECLARE_WITHIN_DAYS = 90;

type RegisteredDay = {
  declaredAt: Date | null;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
};

/** A day counts as registered while it is not withdrawn. */
export function stands(day: Pick<RegisteredDay, "withdrawnAt">): boolean {
  return day.withdrawnAt === null;
}

/** Only a day that the association confirmed can be claimed. */
export function isClaimable(day: RegisteredDay): boolean {
  return stands(day) && day.confirmedAt !== null;
}

/**
 * Until when the days declared onsite may take to arrive, and whether that has passed; null when
 * none waits. AIUM: up to 72 hours.
 */
export function onsiteWait(
  days: readonly RegisteredDay[],
  waitHours: number,
  now: Date,
): { until: Date; isOver: boolean } | null {
  const declared = days.flatMap((day) =>
    stands(day) && day.confirmedAt === null && day.declaredAt ? [day.declaredAt.getTime()] : [],
  );
  if (declared.length === 0) return null;
  const until = addHours(new Date(Math.max(...declared)), waitHours);
  return { until, isOver: until <= now };
}

/** What to say where staff name a registration that there isn't. */
export function refusalOfUnknown(eventCode: string, memberNumber: string): string {
  return `There is no registration of ${memberNumber} for ${eventCode}. Check both.`;
}
