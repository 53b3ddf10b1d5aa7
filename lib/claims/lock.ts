import "server-only";
import { findClaim, type MemberClaim } from "@/lib/claims/queries";
import type { Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import {
  type Actor,
  type MemberActor,
  REFUSAL_OF_MERGED,
  REFUSAL_OF_OWN,
  REFUSAL_OF_RETIRED,
} from "@/lib/members/rules";
import { type Act, may } from "@/lib/roles/rules";

/**
 * Takes the claim's lock, the row of its registration, and answers the claim as it stands under it;
 * another member's claim is not found.
 */
export async function lockClaim(
  tx: Tx,
  actor: MemberActor,
  registrationId: string,
): Promise<MemberClaim> {
  const { memberId } = actor;
  const { count } = await tx.registration.updateMany({
    where: { id: registrationId, memberId },
    data: { version: { increment: 1 } },
  });
  const claim = count === 0 ? null : await findClaim(memberId, registrationId, tx);
  if (!claim) throw notFoundError();
  if (claim.member.retiredAt) throw new DomainError("invalid", REFUSAL_OF_RETIRED);
  return claim;
}

/** The same lock for those who may do a staff act: any member's claim but their own. */
export async function lockAnyClaim(
  tx: Tx,
  actor: Actor,
  act: Act,
  registrationId: string,
): Promise<MemberClaim> {
  if (!may(actor, act)) throw notFoundError();
  const [locked] = await tx.registration.updateManyAndReturn({
    where: { id: registrationId },
    data: { version: { increment: 1 } },
    select: { memberId: true },
  });
  const claim = locked ? await findClaim(locked.memberId, registrationId, tx) : null;
  if (!claim) throw notFoundError();
  if (claim.member.id === actor.memberId) {
    throw new DomainError("invalid", REFUSAL_OF_OWN);
  }
  if (claim.member.mergedIntoId) throw new DomainError("invalid", REFUSAL_OF_MERGED);
  return claim;
}

/**
 * Says of a locked claim that nothing was changed after all: its version is the one before, so a
 * review that is open still shows what it would submit.
 */
export function leaveUnchanged(tx: Tx, registrationId: string) {
  return tx.registration.update({
    where: { id: registrationId },
    data: { version: { decrement: 1 } },
    select: { id: true },
  });
}
