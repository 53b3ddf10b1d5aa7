import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { instantOf } from "@/lib/calendar";
import { changesOf } from "@/lib/changes/rules";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { findTouched } from "@/lib/event-days/queries";
import type { Touched } from "@/lib/event-days/rules";
import { leaveEvent, lockEvent } from "@/lib/events/lock";
import { refusalOfZone, wordsForMaximumOutOfStep } from "@/lib/events/rules";
import type { AddEvent, ChangeEvent, MoveZone } from "@/lib/events/schema";
import type { Actor } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";
import { refusingTaken } from "@/lib/taken";

/** A new event without days; answers its id. */
export async function addEvent(actor: Actor, input: AddEvent, now: Date): Promise<string> {
  if (!may(actor, "set up events")) throw notFoundError();
  return refusingTakenCode(() =>
    db.$transaction(async (tx) => {
      await findListed(tx, input);
      const { id } = await tx.event.create({ data: input, select: { id: true } });
      const told = { act: "set up an event", subject: "event", subjectId: id };
      await recordAudit(tx, { actor, ...told, facts: input }, now);
      return id;
    }),
  );
}

/**
 * Changes what an event is called and how it is approved. Certificates that were issued stay as they
 * are. Answers whom another credit type touches where `seen` is not what there is to see of them now:
 * nothing was changed then.
 */
export async function changeEvent(
  actor: Actor,
  input: ChangeEvent,
  now: Date,
): Promise<Touched | null> {
  const { eventId, version, seen, ...becomes } = input;
  return refusingTakenCode(() =>
    db.$transaction(async (tx) => {
      const event = await lockEvent(tx, actor, { eventId, version });
      const creditType = await findListed(tx, becomes);
      const wide = event.days.find(({ maximum }) => maximum % creditType.increment !== 0);
      if (wide) {
        const why = wordsForMaximumOutOfStep(wide.day, wide.maximum, creditType);
        throw new DomainError("invalid", why, "creditTypeName");
      }
      const { code, title, activityTypeName, learningFormat } = event;
      const { place, creditTypeName, accreditationStatement } = event;
      const changes = changesOf<typeof becomes>(
        {
          code,
          title,
          activityTypeName,
          learningFormat,
          place,
          creditTypeName,
          accreditationStatement,
        },
        becomes,
      );
      if (Object.keys(changes).length === 0) {
        await leaveEvent(tx, input);
        return null;
      }
      if (changes.creditTypeName) {
        const change = { creditTypeName: becomes.creditTypeName };
        const touched = await findTouched(eventId, change, tx);
        if (touched && touched.seen !== seen) {
          await leaveEvent(tx, input);
          return touched;
        }
      }
      await tx.event.update({ where: { id: eventId }, data: becomes, select: { id: true } });
      const told = { act: "changed an event", subject: "event", subjectId: eventId };
      await recordAudit(tx, { actor, ...told, facts: changes }, now);
      return null;
    }),
  );
}

/**
 * Moves an event to another zone: its local times stay, their instants move. False: it touches claims,
 * and `seen` is not what there is to see of them now; nothing was changed.
 */
export async function moveZone(actor: Actor, input: MoveZone, now: Date): Promise<boolean> {
  const { eventId, version, seen, timeZone } = input;
  return db.$transaction(async (tx) => {
    const event = await lockEvent(tx, actor, { eventId, version });
    if (timeZone === event.timeZone) {
      await leaveEvent(tx, input);
      return true;
    }
    const refusal = refusalOfZone(event.days, timeZone);
    if (refusal) throw new DomainError("invalid", refusal, "timeZone");
    const touched = await findTouched(eventId, { timeZone }, tx);
    if (touched && touched.seen !== seen) {
      await leaveEvent(tx, input);
      return false;
    }
    await tx.event.update({ where: { id: eventId }, data: { timeZone }, select: { id: true } });
    for (const { id, day, ends } of event.days) {
      const endsAt = instantOf(day, ends, timeZone);
      if (!endsAt) throw new Error(`day ${id} was judged to end, and does not`);
      await tx.eventDay.update({ where: { id }, data: { endsAt }, select: { id: true } });
    }
    const facts = { timeZone: { from: event.timeZone, to: timeZone } };
    const told = { act: "moved an event to another zone", subject: "event", subjectId: eventId };
    await recordAudit(tx, { actor, ...told, facts }, now);
    return true;
  });
}

async function findListed(
  tx: Tx,
  { activityTypeName, creditTypeName }: { activityTypeName: string; creditTypeName: string },
) {
  // Held, so that it is not removed at the same moment.
  const [known] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM activity_types WHERE name = ${activityTypeName} FOR KEY SHARE`;
  if (!known) {
    throw new DomainError("invalid", "Choose the activity type from the list.", "activityTypeName");
  }
  const creditType = await tx.creditType.findUnique({
    where: { name: creditTypeName },
    select: { name: true, increment: true },
  });
  if (!creditType) {
    throw new DomainError("invalid", "Choose the credit type from the list.", "creditTypeName");
  }
  return creditType;
}

function refusingTakenCode<Result>(act: () => Promise<Result>): Promise<Result> {
  const why = "Another event has this code. Enter another one.";
  return refusingTaken(new DomainError("invalid", why, "code"), act);
}
