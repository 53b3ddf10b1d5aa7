import { db } from "@/lib/db";
import { NOW } from "./a-row";
import type { anEvent } from "./an-event";

type Told = {
  /** Said by the member on the tracker; null: the association knew first. */
  declaredAt?: Date | null;
  confirmedAt?: Date | null;
};

/** A member's place at an event, all its days confirmed. */
export function aPlace(
  { id: memberId }: { id: string },
  { id: eventId, days }: Awaited<ReturnType<typeof anEvent>>,
  { declaredAt = null, confirmedAt = NOW }: Told = {},
) {
  return db.registration.create({
    data: {
      eventId,
      memberId,
      source: declaredAt ? "onsite" : "online",
      registeredAt: NOW,
      days: { create: days.map(({ id }) => ({ eventDayId: id, declaredAt, confirmedAt })) },
    },
  });
}
