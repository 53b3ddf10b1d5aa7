import "server-only";
import { hashOf } from "@/lib/accounts/tokens";
import { db } from "@/lib/db";

/** Whether a reset link can still be used. */
export async function isLinkGood(token: string, now: Date): Promise<boolean> {
  const link = await db.passwordReset.findFirst({
    where: { tokenHash: hashOf(token), endedAt: null, expiresAt: { gt: now } },
    select: { memberId: true },
  });
  return link !== null;
}
