import { addDays } from "date-fns";
import { type Day, dateOf } from "@/lib/calendar";
import { saveDay, submitClaim } from "@/lib/claims/commands";
import { findClaim } from "@/lib/claims/queries";
import { lastSubmission } from "@/lib/claims/rules";
import { correctDay } from "@/lib/corrections/commands";
import { declareRegistration } from "@/lib/registrations/commands";
import { findRegistrationId, listDeclarableEvents } from "@/lib/registrations/queries";
import { dayOfEvent, eventOf } from "./association";
import type { Place } from "./files";
import { findMemberActor, findStaffActor } from "./people";

const AMARA = "700100";
const SOREN = "700107";
const SIOBHAN = "700128";

/** Everybody but the retired member was at UltraCon, so that there is a certificate in every script. */
const AT_ULTRACON = Array.from({ length: 30 }, (_, nth) => String(700100 + 7 * nth)).filter(
  (memberNumber) => memberNumber !== "700184",
);

const FRIENDS = [AMARA, SOREN, SIOBHAN];

export const PLACES: readonly Place[] = [
  ...AT_ULTRACON.map((memberNumber) => ({ event: "DEMO-ULTRACON", memberNumber })),
  ...[
    "DEMO-WINTER",
    "DEMO-RUNNING",
    "DEMO-ANNUAL",
    "DEMO-WEBINAR",
    "DEMO-OBSTETRIC",
    "DEMO-JOURNAL",
  ].flatMap((event) => FRIENDS.map((memberNumber) => ({ event, memberNumber }))),
  { event: "DEMO-THYROID", memberNumber: SOREN, days: [0], source: "onsite" },
  ...FRIENDS.map((memberNumber) => ({ event: "DEMO-MSK", memberNumber, days: [0, 1] })),
];

/** A day that arrived after its member had submitted the others. */
export const LATE_PLACES: readonly Place[] = [{ event: "DEMO-MSK", memberNumber: AMARA }];

// A load may have been cut off: each step leaves alone what an earlier load did.

/** Claims open, half-entered, submitted, superseded, all-zero, and onsite-pending. */
export async function makeClaims(today: Day, now: Date) {
  const afterwards = (code: string) => addDays(dateOf(dayOfEvent(eventOf(code), 0, today)), 8);
  for (const memberNumber of AT_ULTRACON) {
    await submit("DEMO-ULTRACON", memberNumber, [600, 725, 525, 0], afterwards("DEMO-ULTRACON"));
  }
  for (const memberNumber of FRIENDS) {
    await submit("DEMO-OBSTETRIC", memberNumber, [750, 650], afterwards("DEMO-OBSTETRIC"));
    await submit("DEMO-WEBINAR", memberNumber, [0], afterwards("DEMO-WEBINAR"));
    await submit("DEMO-MSK", memberNumber, [650, 500], afterwards("DEMO-MSK"));
    await enter("DEMO-ANNUAL", memberNumber, [700], afterwards("DEMO-ANNUAL"));
  }
  await correctFirstDay("DEMO-OBSTETRIC", AMARA, today);
  await declareOnsite("DEMO-THYROID", AMARA, now);
  await declareOnsite("DEMO-THYROID", SIOBHAN, addDays(now, -4));
}

async function enter(code: string, memberNumber: string, amounts: readonly number[], now: Date) {
  const { actor, registrationId } = await findPlace(code, memberNumber);
  const claim = await findClaim(actor.memberId, registrationId);
  for (const [nth, row] of (claim?.rows ?? []).entries()) {
    const { eventDayId, version } = row;
    const credits = amounts[nth];
    if (credits === undefined || row.credits === credits || row.submittedAt) continue;
    await saveDay(actor, { registrationId, eventDayId, version, credits }, now);
  }
  return { actor, registrationId };
}

async function submit(code: string, memberNumber: string, amounts: readonly number[], now: Date) {
  const { actor, registrationId } = await enter(code, memberNumber, amounts, now);
  const claim = await findClaim(actor.memberId, registrationId);
  if (!claim || lastSubmission(claim.rows)) return;
  const { version } = claim;
  await submitClaim(actor, { registrationId, version, attested: "on" }, now);
}

async function correctFirstDay(code: string, memberNumber: string, today: Day) {
  const { actor, registrationId } = await findPlace(code, memberNumber);
  const claim = await findClaim(actor.memberId, registrationId);
  if (claim?.rows[0]?.credits === 700) return;
  const staff = await findStaffActor("staff@example.org");
  const day = dayOfEvent(eventOf(code), 0, today);
  const reason = "The member left at noon and asked for the correction.";
  await correctDay(staff, { registrationId, day, credits: 700, reason }, addDays(dateOf(day), 11));
}

async function declareOnsite(code: string, memberNumber: string, now: Date) {
  if (await findRegistrationId(code, memberNumber)) return;
  const actor = await findMemberActor(memberNumber);
  const events = await listDeclarableEvents(actor.memberId, now);
  const event = events.find(({ title }) => title.startsWith(eventOf(code).title));
  if (!event) throw new Error(`${memberNumber} cannot have been at ${code}.`);
  const days = event.days.map(({ id }) => id);
  await declareRegistration(actor, { eventId: event.id, days }, now);
}

async function findPlace(code: string, memberNumber: string) {
  const registrationId = await findRegistrationId(code, memberNumber);
  if (!registrationId) throw new Error(`${memberNumber} is not registered for ${code}.`);
  return { actor: await findMemberActor(memberNumber), registrationId };
}
