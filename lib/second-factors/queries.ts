import "server-only";
import { hashOf } from "@/lib/accounts/tokens";
import { db, type Tx } from "@/lib/db";
import { openSecret, setupUri } from "@/lib/second-factors/codes";
import { rolesWithoutFactor, setupsSince } from "@/lib/second-factors/rules";
import { findSettings } from "@/lib/settings/queries";

/** Whether a member's sign-in asks for a code. */
export async function hasSecondFactor(memberId: string, tx: Tx = db): Promise<boolean> {
  const where = { memberId, confirmedAt: { not: null } };
  return (await tx.secondFactor.count({ where })) > 0;
}

/** How a member's second factor stands, for their own page; the secret only while it is set up. */
export async function findOwnFactor(memberId: string, issuer: string, now: Date) {
  const factor = await db.secondFactor.findUnique({
    where: { memberId },
    relationLoadStrategy: "join",
    select: {
      sealedSecret: true,
      createdAt: true,
      confirmedAt: true,
      member: { select: { email: true } },
      recoveryCodes: { where: { usedAt: null }, select: { createdAt: true } },
    },
  });
  if (!factor) return null;
  const { sealedSecret, confirmedAt, member, recoveryCodes } = factor;
  if (confirmedAt) return { confirmedAt, recoveryCodesLeft: recoveryCodes.length, setup: null };
  if (factor.createdAt <= setupsSince(now)) return null;
  const secret = openSecret(sealedSecret, memberId);
  if (secret === null) return null;
  const uri = setupUri(secret, { issuer, label: member.email });
  return { confirmedAt: null, recoveryCodesLeft: 0, setup: { secret, uri } };
}

/** Whose session waits for a code; null: none does under this token, or no longer. */
export async function findWaitingSession(token: string, now: Date) {
  return db.session.findFirst({
    where: { tokenHash: hashOf(token), provenAt: null, revokedAt: null, expiresAt: { gt: now } },
    select: { memberId: true },
  });
}

/** Whether the association asks this member for one, for the sake of a role. */
export async function isSecondFactorAsked(memberId: string): Promise<boolean> {
  const { staffSecondFactor } = await findSettings();
  if (!staffSecondFactor) return false;
  const grants = await db.roleGrant.findMany({ where: { memberId }, select: { role: true } });
  const roles = grants.map(({ role }) => role);
  return rolesWithoutFactor(roles).length < roles.length;
}
