import { formatTime } from "@/lib/calendar";
import type { AttemptKind } from "@/prisma/generated/enums";

const MINUTE = 60_000;

/**
 * How many tries may stand within so many minutes. Of signing in only the failed ones stay; many
 * people may share an address (a congress's network), so that limit is the wider one.
 */
export const LIMITS: Record<AttemptKind, { minutes: number; account: number; address: number }> = {
  sign_in: { minutes: 15, account: 5, address: 100 },
  second_factor: { minutes: 15, account: 5, address: 100 },
  password_reset: { minutes: 60, account: 5, address: 100 },
};

/** No limit looks further back. */
export const KEPT_HOURS = 24;

/** Tries before this instant no longer count. */
export function countedFrom(kind: AttemptKind, now: Date): Date {
  return new Date(now.getTime() - LIMITS[kind].minutes * MINUTE);
}

/**
 * When a try will be let in, given the other tries that count, newest first; null: now. It is the
 * moment at which enough of them have grown old.
 */
export function refusedUntil(
  kind: AttemptKind,
  by: "account" | "address",
  others: readonly Date[],
): Date | null {
  const last = others[LIMITS[kind][by] - 1];
  return last ? new Date(last.getTime() + LIMITS[kind].minutes * MINUTE) : null;
}

/** "There were too many tries. Try again at 16:21 Berlin time." */
export function wordsForWait(until: Date, timeZone: string): string {
  // The next full minute: at the minute shown the way must be free.
  const minute = new Date(Math.ceil(until.getTime() / MINUTE) * MINUTE);
  return `There were too many tries. Try again at ${formatTime(minute, timeZone)}.`;
}
