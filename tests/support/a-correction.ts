import { correctDay } from "@/lib/corrections/commands";
import type { Actor } from "@/lib/members/rules";
import { aClaim } from "./a-claim";
import { aStaffMember } from "./staff";

export const CORRECTED_AT = new Date("2026-05-02T08:30:00Z");
export const REASON = "The sign-in sheet shows the afternoon too.";

export type Correcting = { credits?: number; day?: string; actor?: Actor; now?: Date };

/** A submitted claim of these hundredths, a day each. */
export const aLockedClaim = (credits: number[] = [650, 100]) =>
  aClaim({ credits, submitted: true });

/** Corrects the first day to 7.00, as one of the staff does, unless told otherwise. */
export async function correct({ id }: { id: string }, told: Correcting = {}) {
  const { credits = 700, day = "2026-04-10", now = CORRECTED_AT } = told;
  const actor = told.actor ?? (await aStaffMember());
  return correctDay(actor, { registrationId: id, day, credits, reason: REASON }, now);
}
