import "server-only";
import { hashOf } from "@/lib/accounts/tokens";
import { db } from "@/lib/db";
import { fullName, rolesOf } from "@/lib/members/rules";
import type { Role } from "@/prisma/generated/enums";

/** Who is signed in. */
export type Viewer = { memberId: string; name: string; roles: readonly Role[] };

/** Whom a cookie's token stands for; null when its session is unknown, over or revoked. */
export async function findSession(token: string, now: Date): Promise<Viewer | null> {
  const session = await db.session.findFirst({
    where: { tokenHash: hashOf(token), revokedAt: null, expiresAt: { gt: now } },
    relationLoadStrategy: "join",
    select: {
      memberId: true,
      member: {
        select: {
          firstName: true,
          lastName: true,
          retiredAt: true,
          roles: { select: { role: true } },
        },
      },
    },
  });
  if (!session) return null;
  const { memberId, member } = session;
  return { memberId, name: fullName(member), roles: rolesOf(member) };
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
