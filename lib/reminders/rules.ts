import { addDays, subDays } from "date-fns";

/** No member is reminded twice within so many days, of whichever event. */
const REMIND_EVERY_DAYS = 7;

/** Who was reminded at or before it may be reminded again. */
export function remindedBefore(now: Date): Date {
  return subDays(now, REMIND_EVERY_DAYS);
}

type Told = { retiredAt: Date | null; claimRemindedAt: Date | null; muted: boolean };

/** Why a member gets no reminder now; null when they may have one. */
export function whyNotRemind({ retiredAt, claimRemindedAt, muted }: Told, now: Date) {
  if (retiredAt) return "retired" as const;
  if (muted) return "muted" as const;
  return claimRemindedAt && claimRemindedAt > remindedBefore(now) ? ("reminded" as const) : null;
}

/** What became of a reminder, in words. */
export const OUTCOME_WORDS = {
  sent: "reminded",
  reminded: "not reminded, because they were within the last seven days",
  muted: "not reminded, because they switched such mails off",
  retired: "not reminded, because they are retired",
  claimed: "not reminded, because nothing was left to claim",
} as const;

/** When the first of these may be reminded again; null: one may be now, or none ever. */
export function nextReminder(members: readonly Told[], now: Date): Date | null {
  const whys = members.map((member) => whyNotRemind(member, now));
  if (whys.includes(null)) return null;
  const last = members
    .flatMap(({ claimRemindedAt }, place) =>
      claimRemindedAt && whys[place] === "reminded" ? [claimRemindedAt.getTime()] : [],
    )
    .toSorted((a, b) => a - b)[0];
  return last === undefined ? null : addDays(new Date(last), REMIND_EVERY_DAYS);
}
