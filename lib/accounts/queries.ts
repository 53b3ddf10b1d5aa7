import "server-only";
import { hashOf } from "@/lib/accounts/tokens";
import { db } from "@/lib/db";
import { fullName, rolesOf } from "@/lib/members/rules";
import { rolesWithoutFactor } from "@/lib/second-factors/rules";
import { findSettings } from "@/lib/settings/queries";
import type { Role } from "@/prisma/generated/enums";

/** Who is signed in. */
export type Viewer = {
  memberId: string;
  name: string;
  roles: readonly Role[];
  /** Whether roles are withheld until a second factor is set up. */
  lacksFactor: boolean;
};

/** Whom a cookie's token stands for; null when its session is unknown, over or revoked. */
export async function findSession(token: string, now: Date): Promise<Viewer | null> {
  const session = await db.session.findFirst({
    where: {
      tokenHash: hashOf(token),
      revokedAt: null,
      provenAt: { not: null },
      expiresAt: { gt: now },
    },
    relationLoadStrategy: "join",
    select: {
      memberId: true,
      member: {
        select: {
          firstName: true,
          lastName: true,
          retiredAt: true,
          roles: { select: { role: true } },
          secondFactor: { select: { confirmedAt: true } },
        },
      },
    },
  });
  if (!session) return null;
  const { memberId, member } = session;
  const roles = rolesOf(member);
  const allowed = rolesWithoutFactor(roles);
  const lacksFactor =
    allowed.length < roles.length &&
    !member.secondFactor?.confirmedAt &&
    (await findSettings()).staffSecondFactor;
  return { memberId, name: fullName(member), roles: lacksFactor ? allowed : roles, lacksFactor };
}

/** For signing in only: the hash leaves this folder nowhere else. */
export async function findCredentials(
  account: string,
): Promise<{ memberId: string; passwordHash: string | null } | null> {
  const found = await db.identifier.findUnique({
    where: { key: account },
    relationLoadStrategy: "join",
    select: { memberId: true, member: { select: { passwordHash: true } } },
  });
  return found && { memberId: found.memberId, passwordHash: found.member.passwordHash };
}

/** For asking a signed-in member for the password once more. */
export async function findPasswordHash(memberId: string): Promise<string | null> {
  const member = await db.member.findUnique({
    where: { id: memberId },
    select: { passwordHash: true },
  });
  return member?.passwordHash ?? null;
}
