import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { dayOf } from "@/lib/calendar";
import { leaveUnchanged, lockAnyClaim } from "@/lib/claims/lock";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { findMemberId } from "@/lib/members/queries";
import { type Actor, fullName, REFUSAL_OF_OWN } from "@/lib/members/rules";
import type { AddPlace, ChangeDay, SettlePlaces } from "@/lib/places/schema";
import { refusingBroken } from "@/lib/references";
import { settleDeclaredDays } from "@/lib/registrations/commands";
import { stands } from "@/lib/registrations/rules";
import { may } from "@/lib/roles/rules";

/** Registers a member for days of an event as staff, confirmed at once; answers the registration's id. */
export async function addPlace(actor: Actor, input: AddPlace, now: Date): Promise<string> {
  const { eventId, member, days } = input;
  if (!may(actor, "set up events")) throw notFoundError();
  const memberId = await findMemberId(member);
  if (!memberId) {
    const why = "No member has this number, email address or username. Look in Members.";
    throw new DomainError("invalid", why, "member");
  }
  if (memberId === actor.memberId) throw new DomainError("invalid", REFUSAL_OF_OWN, "member");
  // The event or a day of it may be removed at the same moment.
  return refusingBroken(notFoundError, () =>
    db.$transaction(async (tx) => {
      const known = await tx.eventDay.count({ where: { eventId, id: { in: days } } });
      if (known !== new Set(days).size) throw notFoundError();
      const where = { eventId_memberId: { eventId, memberId } };
      // Waits for whoever is just making the same place, and then finds it.
      const { count } = await tx.registration.createMany({
        data: { eventId, memberId, source: "staff", registeredAt: now },
        skipDuplicates: true,
      });
      const { id } = await tx.registration.findUniqueOrThrow({ where, select: { id: true } });
      if (count === 0) {
        const why =
          "This member has a registration for this event. Open it in the list to add days.";
        throw new DomainError("invalid", why, "member");
      }
      await tx.registrationDay.createMany({
        data: days.map((eventDayId) => ({ registrationId: id, eventDayId, confirmedAt: now })),
      });
      await tell(
        tx,
        actor,
        id,
        { act: "registered a member", facts: { event: eventId, days } },
        now,
      );
      return id;
    }),
  );
}

/**
 * Adds a day to a registration, or withdraws one. An open day leaves the claim and the audit log keeps
 * its amount; a locked one keeps its credits and is listed for staff.
 */
export async function changeDay(actor: Actor, input: ChangeDay, now: Date) {
  // A colleague may be taking the day from its event.
  await refusingBroken(notFoundError, () =>
    db.$transaction((tx) => addOrWithdraw(tx, actor, input, now)),
  );
}

async function addOrWithdraw(tx: Tx, actor: Actor, input: ChangeDay, now: Date) {
  const { registrationId, eventDayId, change } = input;
  const { event } = await lockAnyClaim(tx, actor, "set up events", registrationId);
  const day = await tx.eventDay.findFirst({
    where: { id: eventDayId, eventId: event.id },
    select: { day: true },
  });
  if (!day) throw notFoundError();
  const where = { registrationId_eventDayId: { registrationId, eventDayId } };
  const before = await tx.registrationDay.findUnique({
    where,
    select: {
      confirmedAt: true,
      withdrawnAt: true,
      claim: { select: { credits: true, submissionId: true } },
    },
  });
  const isThere = before !== null && stands(before) && before.confirmedAt !== null;
  const isListed = before !== null && stands(before);
  if (change === "add" ? isThere : !isListed) {
    // A second click, or a colleague: it is as they wish.
    await leaveUnchanged(tx, registrationId);
    return;
  }
  if (change === "add") {
    await tx.registrationDay.upsert({
      where,
      create: { registrationId, eventDayId, confirmedAt: now },
      update: { confirmedAt: before?.confirmedAt ?? now, withdrawnAt: null },
      select: { eventDayId: true },
    });
  } else {
    await withdraw(tx, where, before?.claim ?? null, now);
  }
  const facts = {
    day: dayOf(day.day),
    change: change === "add" ? (before ? "restored" : "added") : "withdrawn",
    credits: before?.claim?.credits ?? null,
    locked: before?.claim?.submissionId != null,
  };
  await tell(tx, actor, registrationId, { act: "changed the days", facts }, now);
}

type Where = { registrationId_eventDayId: { registrationId: string; eventDayId: string } };

async function withdraw(
  tx: Tx,
  where: Where,
  claim: { credits: number | null; submissionId: string | null } | null,
  now: Date,
) {
  await tx.registrationDay.update({
    where,
    data: { withdrawnAt: now },
    select: { eventDayId: true },
  });
  if (!claim || claim.submissionId !== null || claim.credits === null) return;
  await tx.claimDay.update({
    where,
    data: { credits: null, version: { increment: 1 }, savedAt: now },
    select: { version: true },
  });
}

/**
 * Confirms or removes what many members declared onsite, one after the other; says of each what became
 * of it, and one that is refused keeps none of the others back.
 */
export async function settlePlaces(actor: Actor, input: SettlePlaces, now: Date) {
  if (!may(actor, "set up events")) throw notFoundError();
  const remove = input.decision === "remove";
  const chosen = await db.registration.findMany({
    relationLoadStrategy: "join",
    where: { id: { in: input.registrations } },
    select: {
      id: true,
      member: { select: { firstName: true, lastName: true } },
      event: { select: { title: true } },
    },
  });
  if (chosen.length === 0) throw notFoundError();
  const results: { name: string; sentence: string }[] = [];
  for (const { id, member, event } of chosen) {
    const sentence = await settleOne(actor, { registrationId: id, remove }, now);
    results.push({ name: `${fullName(member)}, ${event.title}`, sentence });
  }
  return results;
}

async function settleOne(
  actor: Actor,
  input: { registrationId: string; remove: boolean },
  now: Date,
): Promise<string> {
  try {
    const days = await settleDeclaredDays(actor, input, now);
    if (days === 0) return "Nothing was waiting any more.";
    return `${days} ${days === 1 ? "day" : "days"} ${input.remove ? "removed" : "confirmed"}.`;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.message;
  }
}

function tell(
  tx: Tx,
  actor: Actor,
  registrationId: string,
  told: Pick<Parameters<typeof recordAudit>[1], "act" | "facts">,
  now: Date,
) {
  const about = { subject: "registration", subjectId: registrationId };
  return recordAudit(tx, { actor, ...about, ...told }, now);
}
