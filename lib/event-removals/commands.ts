import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { db, type Tx } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import { refusalToRemove } from "@/lib/event-removals/rules";
import type { RemoveEvent } from "@/lib/event-removals/schema";
import { lockEvent } from "@/lib/events/lock";
import type { SetUp } from "@/lib/events/queries";
import type { Actor } from "@/lib/members/rules";
import { refusingBroken } from "@/lib/references";

/**
 * Removes an event with its days and designations; one that anybody is registered for stays whole. The
 * audit log keeps what it was.
 */
export async function removeEvent(actor: Actor, input: RemoveEvent, now: Date) {
  const { eventId } = input;
  await refusingBroken(
    () => usedMeanwhile(eventId),
    () =>
      db.$transaction(async (tx) => {
        const event = await lockEvent(tx, actor, input);
        // Waits for whoever is just registering before the days go: with the event theirs already, they
        // would wait for a day, and this for them.
        await tx.$queryRaw`SELECT 1 FROM events WHERE id = ${eventId}::uuid FOR UPDATE`;
        const refusal = await findRefusal(eventId, tx);
        if (refusal) throw new DomainError("conflict", refusal);
        await tx.designation.deleteMany({ where: { eventId } });
        await tx.eventDay.deleteMany({ where: { eventId } });
        await tx.event.delete({ where: { id: eventId }, select: { id: true } });
        const told = { act: "removed an event", subject: "event", subjectId: eventId };
        await recordAudit(tx, { actor, ...told, facts: plain(event) }, now);
      }),
  );
}

async function findRefusal(eventId: string, tx: Tx) {
  return refusalToRemove(await tx.registration.count({ where: { eventId } }));
}

async function usedMeanwhile(eventId: string) {
  const why =
    (await findRefusal(eventId, db)) ??
    "Something on record belongs to this event, so it cannot be removed.";
  return new DomainError("conflict", why);
}

/** What it was, as the audit log keeps it: everything but ids. */
function plain({ days, designations, ...event }: SetUp) {
  const { code, title, firstOn, lastOn, place, timeZone } = event;
  const { activityTypeName, learningFormat, creditTypeName, accreditationStatement } = event;
  return {
    ...{ code, title, firstOn, lastOn, place, timeZone },
    ...{ activityTypeName, learningFormat, creditTypeName, accreditationStatement },
    days: days.map(({ day, title: called, starts, ends, maximum }) => {
      return { day, title: called, starts, ends, maximum };
    }),
    designations: designations.map((each) => ({
      creditTypeName: each.creditTypeName,
      audience: each.audience,
      maximum: each.maximum,
      approvalNumber: each.approvalNumber,
      statement: each.statement,
    })),
  };
}
