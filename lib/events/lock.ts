import "server-only";
import { formatInstant } from "@/lib/calendar";
import type { Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { findLastChange, findSetUp, type SetUp } from "@/lib/events/queries";
import { type Actor, fullName } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";

/**
 * Takes the lock of an event's set-up, its row, at the version that was looked at, and answers the
 * event as it stands under it. Of two who change an event at once the second is told.
 */
export async function lockEvent(
  tx: Tx,
  actor: Actor,
  { eventId, version }: { eventId: string; version: number },
): Promise<SetUp> {
  if (!may(actor, "set up events")) throw notFoundError();
  const { count } = await tx.event.updateMany({
    where: { id: eventId, version },
    data: { version: { increment: 1 } },
  });
  const event = await findSetUp(eventId, tx);
  if (!event) throw notFoundError();
  if (count === 0) throw await changedMeanwhile(tx, event);
  return event;
}

/** Says of a locked event that nothing was changed after all: what others look at still stands. */
export function leaveEvent(tx: Tx, { eventId, version }: { eventId: string; version: number }) {
  return tx.event.update({ where: { id: eventId }, data: { version }, select: { id: true } });
}

async function changedMeanwhile(tx: Tx, event: SetUp) {
  const last = await findLastChange(event, tx);
  const who = last?.actorId
    ? await tx.member.findUnique({
        where: { id: last.actorId },
        select: { firstName: true, lastName: true },
      })
    : null;
  const when = last ? ` on ${formatInstant(last.at, event.timeZone)}` : "";
  return new DomainError(
    "conflict",
    `${who ? fullName(who) : "Somebody"} changed this event${when}, after you had opened this page. What you typed is still here, and the fields that you left alone show what stands now: look at the event, then save again.`,
  );
}
