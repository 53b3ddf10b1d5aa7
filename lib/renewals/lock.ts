import "server-only";
import type { Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { isId } from "@/lib/ids";
import {
  type Actor,
  type MemberActor,
  REFUSAL_OF_MERGED,
  REFUSAL_OF_OWN,
  REFUSAL_OF_RETIRED,
} from "@/lib/members/rules";
import { findAnyRenewal, type MemberRenewal } from "@/lib/renewals/queries";
import { type Act, may } from "@/lib/roles/rules";

/**
 * Takes the lock of a member's own renewal, its row, before anything of it is written: invoice,
 * payment, batch and lines come after. Answers the renewal as it stands under the lock; another
 * member's is not found.
 */
export async function lockRenewal(
  tx: Tx,
  actor: MemberActor,
  renewalId: string,
): Promise<MemberRenewal> {
  const renewal = await lockWhere(tx, renewalId, actor.memberId);
  if (renewal.member.retiredAt) throw new DomainError("invalid", REFUSAL_OF_RETIRED);
  return renewal;
}

/** The same lock for those who may do a staff act: any member's renewal but their own. */
export async function lockAnyRenewal(
  tx: Tx,
  actor: Actor,
  act: Act,
  renewalId: string,
): Promise<MemberRenewal> {
  if (!may(actor, act)) throw notFoundError();
  const renewal = await lockWhere(tx, renewalId);
  if (renewal.memberId === actor.memberId) throw new DomainError("invalid", REFUSAL_OF_OWN);
  if (renewal.member.mergedIntoId) throw new DomainError("invalid", REFUSAL_OF_MERGED);
  return renewal;
}

/**
 * Takes all that the trigger on credit entries takes, in its order, before one of them is held and an
 * entry is made: two colleagues who approve lines of two renewals of one member take turns.
 */
export async function lockOpenRenewalsBeside(tx: Tx, renewalId: string) {
  await tx.$queryRaw`
    SELECT 1 FROM renewals r
     WHERE r.member_id = (SELECT member_id FROM renewals WHERE id = ${renewalId}::uuid)
       AND (r.renewed_at IS NULL OR r.id = ${renewalId}::uuid)
     ORDER BY r.id FOR UPDATE`;
}

/** The same lock where nobody is signed in: webhooks and the worker. */
export function lockUnattended(tx: Tx, renewalId: string): Promise<MemberRenewal> {
  return lockWhere(tx, renewalId);
}

async function lockWhere(tx: Tx, id: string, memberId?: string): Promise<MemberRenewal> {
  if (!isId(id)) throw notFoundError();
  const { count } = await tx.renewal.updateMany({
    where: { id, memberId },
    data: { version: { increment: 1 } },
  });
  const renewal = count === 0 ? null : await findAnyRenewal(id, tx);
  if (!renewal) throw notFoundError();
  return renewal;
}
