import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { type Day, dateOf, instantOf } from "@/lib/calendar";
import { changesOf } from "@/lib/changes/rules";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError, refusalOfFields } from "@/lib/errors";
import { findTouched } from "@/lib/event-days/queries";
import { changeOfDay, refusalToRemove } from "@/lib/event-days/rules";
import { leaveEvent, lockEvent } from "@/lib/events/lock";
import type { SetUp, SetUpDay } from "@/lib/events/queries";
import { refusalsOfDay } from "@/lib/events/rules";
import type { RemoveEventDay, SaveEventDay } from "@/lib/events/schema";
import type { Actor } from "@/lib/members/rules";
import { refusingBroken } from "@/lib/references";

/**
 * Adds a day to an event, or changes one. False: it touches claims, and `seen` is not what there is to
 * see of them now; nothing was changed.
 */
export async function saveEventDay(actor: Actor, input: SaveEventDay, now: Date): Promise<boolean> {
  const { eventId, version, seen, dayId, ...typed } = input;
  return db.$transaction(async (tx) => {
    const event = await lockEvent(tx, actor, { eventId, version });
    const before = event.days.find(({ id }) => id === dayId);
    if (dayId && !before) throw notFoundError();
    const refusals = refusalsOfDate(event, before, typed.day);
    Object.assign(refusals, refusalsOfDay(typed, event));
    if (Object.keys(refusals).length > 0) throw refusalOfFields(refusals);
    const facts = before ? changesOf<typeof typed>(plain(before), typed) : typed;
    if (Object.keys(facts).length === 0) {
      await leaveEvent(tx, input);
      return true;
    }
    const touched = await findTouched(eventId, changeOfDay(event, dayId, typed), tx);
    if (touched && touched.seen !== seen) {
      await leaveEvent(tx, input);
      return false;
    }
    const { day, ...values } = typed;
    const endsAt = instantOf(day, typed.ends, event.timeZone);
    if (!endsAt) throw new Error("A time that was judged to be shown is not.");
    const data = { ...values, day: dateOf(day), endsAt };
    const { id } = before
      ? await tx.eventDay.update({ where: { id: dayId }, data, select: { id: true } })
      : await tx.eventDay.create({ data: { ...data, eventId }, select: { id: true } });
    const act = before ? "changed an event day" : "added an event day";
    await tell(tx, actor, { act, id, eventId, facts }, now);
    return true;
  });
}

/** Takes a day from an event; one that members are registered for stays. */
export async function removeEventDay(actor: Actor, input: RemoveEventDay, now: Date) {
  const { eventId, version, dayId } = input;
  // A registration may be coming to it at the same moment.
  await refusingBroken(
    () => usedMeanwhile(dayId),
    () =>
      db.$transaction(async (tx) => {
        const event = await lockEvent(tx, actor, { eventId, version });
        const day = event.days.find(({ id }) => id === dayId);
        if (!day) throw notFoundError();
        const refusal = refusalToRemove(day.registrations);
        if (refusal) throw new DomainError("conflict", refusal);
        await tx.eventDay.delete({ where: { id: dayId }, select: { id: true } });
        const told = { act: "removed an event day", id: dayId, eventId, facts: plain(day) };
        await tell(tx, actor, told, now);
      }),
  );
}

async function usedMeanwhile(dayId: string) {
  const registered = await db.registrationDay.count({ where: { eventDayId: dayId } });
  const why =
    refusalToRemove(registered) ??
    "Something on record belongs to this day, so it cannot be removed.";
  return new DomainError("conflict", why);
}

function refusalsOfDate(
  { days }: SetUp,
  before: SetUpDay | undefined,
  day: Day,
): Record<string, string> {
  if (before?.day === day) return {};
  if (days.some((other) => other.day === day)) {
    return { day: "The event has this day already. Change that one." };
  }
  return before && before.registrations > 0
    ? { day: `${before.registrations} registered for ${before.day}: the date stays.` }
    : {};
}

function plain({ day, title, starts, ends, maximum }: SetUpDay) {
  return { day, title, starts, ends, maximum };
}

function tell(
  tx: Tx,
  actor: Actor,
  told: {
    act: string;
    id: string;
    eventId: string;
    facts: ReturnType<typeof changesOf> | ReturnType<typeof plain>;
  },
  now: Date,
) {
  const { act, id, eventId, facts } = told;
  const about = { act, subject: "event day", subjectId: id };
  return recordAudit(tx, { actor, ...about, facts: { event: eventId, ...facts } }, now);
}
