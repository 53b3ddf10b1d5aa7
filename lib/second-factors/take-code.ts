import "server-only";
import type { Tx } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import { hashOfRecoveryCode, openSecret, stepOf } from "@/lib/second-factors/codes";
import { digitsOf, REFUSAL_OF_CODE, setupsSince } from "@/lib/second-factors/rules";

/**
 * Takes a code so that it is never good again, or throws beside its field. The row is the lock: of
 * two uses at once the second finds the step taken.
 */
export async function takeCode(
  tx: Tx,
  {
    memberId,
    code,
    confirmedAt,
  }: { memberId: string; code: string; confirmedAt: null | { not: null } },
  now: Date,
): Promise<{ isRecovery: boolean }> {
  const digits = digitsOf(code);
  if (digits === null && confirmedAt !== null) {
    const codeHash = hashOfRecoveryCode(code);
    const { count } = await tx.recoveryCode.updateMany({
      where: { codeHash, memberId, usedAt: null },
      data: { usedAt: now },
    });
    if (count === 1) return { isRecovery: true };
  }
  const factor = await tx.secondFactor.findFirst({
    where: {
      memberId,
      confirmedAt,
      ...(confirmedAt === null ? { createdAt: { gt: setupsSince(now) } } : {}),
    },
    select: { sealedSecret: true },
  });
  if (!factor) throw new DomainError("conflict", "Your second factor was changed meanwhile.");
  const secret = openSecret(factor.sealedSecret, memberId);
  const step = digits && secret ? stepOf(digits, secret, now) : null;
  const refusal = new DomainError("invalid", REFUSAL_OF_CODE, "code");
  if (step === null) throw refusal;
  const { count } = await tx.secondFactor.updateMany({
    where: {
      memberId,
      confirmedAt,
      // Set up anew meanwhile, it was not this secret that was asked.
      sealedSecret: factor.sealedSecret,
      OR: [{ lastStep: null }, { lastStep: { lt: step } }],
    },
    data: { lastStep: step },
  });
  if (count === 0) throw refusal;
  return { isRecovery: false };
}
