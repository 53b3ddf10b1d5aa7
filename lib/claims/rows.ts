import { dayOf } from "@/lib/calendar";
import type { Row } from "@/lib/claims/rules";
import { isClaimable } from "@/lib/registrations/rules";

export type ClaimRow = Row & {
  eventDayId: string;
  title: string;
  /** Rises with each save of the row; 0: never saved. */
  version: number;
  savedAt: Date | null;
};

/** A registered day as it is stored; credits and maximum in hundredths. */
type StoredDay = {
  declaredAt: Date | null;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
  eventDay: { id: string; day: Date; title: string; maximum: number };
  claim: {
    credits: number | null;
    version: number;
    savedAt: Date;
    submission: { submittedAt: Date } | null;
    /** The latest alone. */
    corrections: { newCredits: number }[];
  } | null;
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

type StoredEvent = { id: string; firstOn: Date | null; lastOn: Date | null; endsAt: Date | null };

/** An event that people are registered for has days: its span and end are known. */
export function eventOf<Event extends StoredEvent>({ firstOn, lastOn, endsAt, ...event }: Event) {
  if (!firstOn || !lastOn || !endsAt) throw new Error(`event ${event.id} has no days`);
  return { ...event, firstOn: dayOf(firstOn), lastOn: dayOf(lastOn), endsAt };
}
