import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { leaveUnchanged, lockAnyClaim, lockClaim } from "@/lib/claims/lock";
import { db, type Tx } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import type { Actor, MemberActor } from "@/lib/members/rules";
import { refusingBroken } from "@/lib/references";
import { listDaysToDeclare } from "@/lib/registrations/queries";
import { stands } from "@/lib/registrations/rules";
import type { DeclareDays, DeclareRegistration } from "@/lib/registrations/schema";

/** "I registered onsite": a place that waits for the association's confirmation, stamped now. */
export async function declareRegistration(
  actor: MemberActor,
  input: DeclareRegistration,
  now: Date,
) {
  const { eventId } = input;
  const { memberId } = actor;
  refuseOtherDays(await listDaysToDeclare({ id: eventId }, now), input.days);
  // The event or a day of it may be removed at the same moment.
  await refusingBroken(notFoundError, () =>
    db.$transaction(async (tx) => {
      // Waits for a second tab that is just making the place, and then finds it.
      await tx.registration.createMany({
        data: { eventId, memberId, source: "onsite", registeredAt: now },
        skipDuplicates: true,
      });
      const { id } = await tx.registration.findUniqueOrThrow({
        where: { eventId_memberId: { eventId, memberId } },
        select: { id: true },
      });
      await lockClaim(tx, actor, id);
      await declare(tx, actor, id, input.days, now);
    }),
  );
}

/** "My days changed onsite": more days at an event, waiting for the association's confirmation. */
export async function declareDays(actor: MemberActor, input: DeclareDays, now: Date) {
  const { registrationId } = input;
  const own = { registrations: { some: { id: registrationId, memberId: actor.memberId } } };
  refuseOtherDays(await listDaysToDeclare(own, now), input.days);
  await refusingBroken(notFoundError, () =>
    db.$transaction(async (tx) => {
      await lockClaim(tx, actor, registrationId);
      await declare(tx, actor, registrationId, input.days, now);
    }),
  );
}

function refuseOtherDays(days: readonly string[], chosen: readonly string[]) {
  if (!chosen.every((id) => days.includes(id))) throw notFoundError();
}

/** A day that stands is left as it is: a request that comes twice declares once. */
async function declare(
  tx: Tx,
  actor: Actor,
  registrationId: string,
  days: readonly string[],
  now: Date,
) {
  const known = await tx.registrationDay.findMany({
    where: { registrationId, eventDayId: { in: [...days] } },
    select: { eventDayId: true, withdrawnAt: true },
  });
  const fresh = days.filter((id) => !known.some((day) => day.eventDayId === id));
  const again = known.filter((day) => !stands(day)).map((day) => day.eventDayId);
  if (fresh.length + again.length === 0) {
    await leaveUnchanged(tx, registrationId);
    return;
  }
  await tx.registrationDay.createMany({
    data: [...new Set(fresh)].map((eventDayId) => ({
      registrationId,
      eventDayId,
      declaredAt: now,
    })),
  });
  await tx.registrationDay.updateMany({
    where: { registrationId, eventDayId: { in: again } },
    data: { declaredAt: now, confirmedAt: null, withdrawnAt: null },
  });
  await audit(tx, actor, "declared days onsite", registrationId, [...fresh, ...again], now);
}

/**
 * Staff confirm the days that a member declared onsite, or remove them; answers how many there were.
 */
export async function settleDeclaredDays(
  actor: Actor,
  input: { registrationId: string; remove: boolean },
  now: Date,
): Promise<number> {
  const { registrationId, remove } = input;
  return db.$transaction(async (tx) => {
    await lockAnyClaim(tx, actor, "set up events", registrationId);
    const waiting = await tx.registrationDay.findMany({
      where: { registrationId, confirmedAt: null, withdrawnAt: null },
      select: { eventDayId: true },
    });
    const days = waiting.map((day) => day.eventDayId);
    if (days.length === 0) {
      await leaveUnchanged(tx, registrationId);
      return 0;
    }
    await tx.registrationDay.updateMany({
      where: { registrationId, eventDayId: { in: days } },
      data: remove ? { withdrawnAt: now } : { confirmedAt: now },
    });
    await audit(
      tx,
      actor,
      remove ? "removed declared days" : "confirmed declared days",
      registrationId,
      days,
      now,
    );
    return days.length;
  });
}

function audit(
  tx: Tx,
  actor: Actor,
  act: string,
  registrationId: string,
  days: readonly string[],
  now: Date,
) {
  return recordAudit(
    tx,
    { actor, act, subject: "registration", subjectId: registrationId, facts: { days: [...days] } },
    now,
  );
}
