import "server-only";
import type { NewSession } from "@/lib/accounts/commands";
import { SESSION_HOURS } from "@/lib/accounts/rules";
import { hashOf, newToken } from "@/lib/accounts/tokens";
import { admitAttempt, forgetAttempts } from "@/lib/attempts/commands";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import { findWaitingSession } from "@/lib/second-factors/queries";
import { takeCode } from "@/lib/second-factors/take-code";
import { tellOwner } from "@/lib/second-factors/told";

/** Opens the session that waits for a code, under a new token; of two with one code one is opened. */
export async function proveSession(
  { token, code, address }: { token: string; code: string; address: string },
  now: Date,
): Promise<NewSession> {
  const waiting = await findWaitingSession(token, now);
  if (!waiting) throw tooLate();
  const { memberId } = waiting;
  const attempts = await admitAttempt("second_factor", { account: memberId, address }, now);
  const opened = newToken();
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  await db.$transaction(async (tx) => {
    // The member first, as all who end sessions and write mails do: in another order two could wait
    // for each other.
    await tx.$queryRaw`SELECT 1 FROM members WHERE id = ${memberId}::uuid FOR KEY SHARE`;
    const { isRecovery } = await takeCode(tx, { memberId, code, confirmedAt: { not: null } }, now);
    const { count } = await tx.session.updateMany({
      where: { tokenHash: hashOf(token), provenAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { tokenHash: hashOf(opened), provenAt: now, expiresAt },
    });
    if (count === 0) throw tooLate();
    await forgetAttempts(tx, attempts);
    if (!isRecovery) return;
    const actor: Actor = { memberId, door: "web", roles: [] };
    const act = "signed in with a recovery code";
    await tellOwner(tx, actor, { memberId, act, what: "recovery code used" }, now);
  });
  return { token: opened, expiresAt, waitsForCode: false };
}

function tooLate(): DomainError {
  return new DomainError("conflict", "That took too long. Log in again.");
}
