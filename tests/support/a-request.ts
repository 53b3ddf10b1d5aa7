import { v7 as newId } from "uuid";
import { addNote, requestCorrection } from "@/lib/correction-requests/commands";
import { correctClaim } from "@/lib/corrections/commands";
import type { Actor, MemberActor } from "@/lib/members/rules";
import type { TestClaim } from "./a-claim";
import { CORRECTED_AT, REASON } from "./a-correction";
import { NOW } from "./a-row";

export const WISH = "Day 1 was 7.00, I stayed for the evening session.";

/** A member's request about a locked claim; its id. */
export const aRequest = (claim: TestClaim, message = WISH) =>
  requestCorrection(claim.actor, { registrationId: claim.id, message }, NOW);

export const aNote = (actor: MemberActor, requestId: string, text = "Which day?", id = newId()) =>
  addNote(actor, { requestId, noteId: id, text }, CORRECTED_AT);

type Told = { requestId?: string; credits?: number; stood?: number; place?: number };

/** What the desk sends: the first day of 6.50 becomes 7.00, unless told. */
export function correctAtDesk(actor: Actor, claim: TestClaim, told: Told = {}) {
  const { requestId, credits = 700, stood = 650, place = 0 } = told;
  const days = { eventDayIds: [claim.days[place] ?? ""], stood: [stood], credits: [credits] };
  const input = { registrationId: claim.id, requestId, ...days, reason: REASON };
  return correctClaim(actor, input, CORRECTED_AT);
}
