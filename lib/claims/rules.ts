import { type Day, formatDay, formatInstant } from "@/lib/calendar";
import { type CreditStep, printCredits, refusalOfStep } from "@/lib/credits/amount";

/** A registered day as its member's claim sees it. Credits and maximum are hundredths. */
export type Row = {
  day: Day;
  maximum: number;
  /** The amount that stands, corrections included; null: not entered. */
  credits: number | null;
  /** When it was locked by a submission; null: open. */
  submittedAt: Date | null;
};

export type Claim<R extends Row = Row> = {
  event: { endsAt: Date; timeZone: string; creditType: CreditStep };
  rows: readonly R[];
};

/** What the member agrees to before the lock; kept with the submission. */
export const ATTESTATION =
  "I attest that the credits entered for each day match the extent of my participation in this event.";

/** Why credits cannot be entered yet; null once the event has ended. AIUM: not before the conclusion of the event. */
export function refusalToEnter(event: Claim["event"], now: Date): string | null {
  return now < event.endsAt
    ? `Credits can be entered when the event has ended: from ${formatInstant(event.endsAt, event.timeZone)}.`
    : null;
}

/** Why this amount (null: left blank) cannot be saved for the day; null when it can. */
export function refusalToSave(
  event: Claim["event"],
  row: Row,
  credits: number | null,
  now: Date,
): string | null {
  return (
    refusalToEnter(event, now) ??
    (row.submittedAt ? wordsForLocked(row.submittedAt, event.timeZone) : null) ??
    (credits === null ? null : refusalOfAmountForDay(event.creditType, row, credits))
  );
}

/** Why a day cannot have this many credits: above its maximum, or between two steps. */
export function refusalOfAmountForDay(
  creditType: CreditStep,
  { maximum }: Pick<Row, "maximum">,
  credits: number,
): string | null {
  return credits > maximum
    ? `The most for this day is ${printCredits(maximum)}.`
    : refusalOfStep(credits, creditType, maximum);
}

/** Why the claim cannot be submitted as it stands; null when it can. */
export function refusalToSubmit(claim: Claim, profession: string | null, now: Date): string | null {
  const { event, rows } = claim;
  const open = rows.filter((row) => row.submittedAt === null);
  if (open.length === 0) return refusalWithNothingOpen(claim);
  const early = refusalToEnter(event, now);
  if (early) return early;
  const blank = open.filter((row) => row.credits === null);
  if (blank.length > 0) return wordsForBlank(blank);
  const unfit = open.flatMap((row) => {
    const why = refusalOfAmountForDay(event.creditType, row, row.credits ?? 0);
    return why ? [`${formatDay(row.day)}: ${why}`] : [];
  });
  return (
    unfit[0] ??
    (profession === null
      ? "Choose your profession in My Profile first: the certificate depends on it."
      : null)
  );
}

/** "This event was submitted on 14 Apr 2026, 14:05 Chicago time. To change it, request a correction." */
export function wordsForLocked(submittedAt: Date, timeZone: string): string {
  return `This event was submitted on ${formatInstant(submittedAt, timeZone)}. To change it, request a correction.`;
}

function refusalWithNothingOpen({ event, rows }: Claim): string {
  const last = lastSubmission(rows);
  return last
    ? wordsForLocked(last, event.timeZone)
    : "You are not registered for any day of this event, so there is nothing to submit.";
}

function wordsForBlank(blank: readonly Row[]): string {
  const days = blank.map((row) => formatDay(row.day)).join(", ");
  return `Enter the credits for ${days}. Enter 0 if you earned none.`;
}

/** The sum of the rows that have an amount, in hundredths. */
export function totalOf(rows: readonly Pick<Row, "credits">[]): number {
  return rows.reduce((sum, row) => sum + (row.credits ?? 0), 0);
}

/** When the claim was last submitted; null: never. */
export function lastSubmission(rows: readonly Row[]): Date | null {
  return rows.reduce<Date | null>(
    (last, { submittedAt }) => (submittedAt && (!last || submittedAt > last) ? submittedAt : last),
    null,
  );
}

/** Where a claim stands, for the CME Tracker's column Credits Earned. */
export type Standing =
  | { is: "opens"; at: Date }
  | { is: "open"; entered: number; days: number; submitted: number | null }
  | { is: "submitted"; total: number }
  | { is: "none" };

export function standingOf({ event, rows }: Claim, now: Date): Standing {
  const open = rows.filter((row) => row.submittedAt === null);
  const locked = rows.filter((row) => row.submittedAt !== null);
  if (rows.length === 0) return { is: "none" };
  if (open.length === 0) return { is: "submitted", total: totalOf(locked) };
  if (now < event.endsAt) return { is: "opens", at: event.endsAt };
  return {
    is: "open",
    entered: rows.filter((row) => row.credits !== null).length,
    days: rows.length,
    submitted: locked.length === 0 ? null : totalOf(locked),
  };
}
