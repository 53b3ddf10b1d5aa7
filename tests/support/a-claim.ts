import { saveDay, submitClaim } from "@/lib/claims/commands";
import { findClaim } from "@/lib/claims/queries";
import { db } from "@/lib/db";
import type { MemberActor } from "@/lib/members/rules";
import { NOW } from "./a-row";
import { actorOf, anAccount } from "./accounts";
import { anEvent, DAYS, type EventTold } from "./an-event";

type Told = {
  /** Hundredths a day, null: not entered. As many days are registered, and the event has. */
  credits?: readonly (number | null)[];
  profession?: string | null;
  event?: EventTold;
  /** Submitted and locked. */
  submitted?: boolean;
};

/** The claim of a member at an event that has ended, both nobody else's: each day saved or blank. */
export async function aClaim(told: Told = {}) {
  const { credits = [650, null], profession = "MD", submitted = false } = told;
  const event = await anEvent({ days: DAYS.slice(0, credits.length), ...told.event });
  const member = await anAccount({ password: null, professionName: profession });
  const eventDays = event.days.slice(0, credits.length);
  const registration = await db.registration.create({
    data: {
      eventId: event.id,
      memberId: member.id,
      source: "online",
      registeredAt: NOW,
      days: { create: eventDays.map(({ id }) => ({ eventDayId: id, confirmedAt: NOW })) },
    },
  });
  const actor = actorOf(member);
  const days = eventDays.map(({ id }) => id);
  const saved = days.flatMap((eventDayId, place) => {
    const amount = credits[place] ?? null;
    const row = { registrationId: registration.id, eventDayId, credits: amount, savedAt: NOW };
    return amount === null ? [] : [row];
  });
  await db.claimDay.createMany({ data: saved });
  const claim = { id: registration.id, actor, member, event, days };
  if (submitted) await submit(claim);
  return claim;
}

export type TestClaim = Awaited<ReturnType<typeof aClaim>>;
type Own = { id: string; actor: MemberActor };

/** What the member's page shows of the claim. */
export async function claimOf({ id, actor }: Own) {
  const claim = await findClaim(actor.memberId, id);
  if (!claim) throw new Error("This member has no such claim.");
  return claim;
}

/** The amounts that stand, day by day. */
export const creditsOf = async (claim: Own) =>
  (await claimOf(claim)).rows.map(({ credits }) => credits);

/** Saves a day as its page does: with the version that was on the screen, here the one that stands. */
export async function save(claim: TestClaim, place: number, credits: number | null, now = NOW) {
  const eventDayId = claim.days[place] ?? "";
  const row = (await claimOf(claim)).rows.find((each) => each.eventDayId === eventDayId);
  const input = { registrationId: claim.id, eventDayId, version: row?.version ?? 0, credits };
  await saveDay(claim.actor, input, now);
}

/** Reviews the claim and submits what was reviewed. */
export async function submit(claim: Own, now = NOW) {
  await submitClaim(claim.actor, await reviewed(claim), now);
}

/** What the review sends: the claim at the version that was on the screen. */
export async function reviewed(claim: Own) {
  const { version } = await claimOf(claim);
  return { registrationId: claim.id, version, attested: "on" as const };
}

/** A confirmed day that came to the registration after the others. */
export async function addDay({ id, event, days }: TestClaim) {
  const eventDayId = event.days[days.length]?.id ?? "";
  await db.registrationDay.create({
    data: { registrationId: id, eventDayId, confirmedAt: NOW },
  });
  return eventDayId;
}

export function withdrawDay({ id, days }: TestClaim, place: number) {
  const registrationId_eventDayId = { registrationId: id, eventDayId: days[place] ?? "" };
  return db.registrationDay.update({
    where: { registrationId_eventDayId },
    data: { withdrawnAt: NOW },
  });
}
