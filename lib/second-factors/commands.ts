import "server-only";
import { provePassword } from "@/lib/accounts/commands";
import { hashOf } from "@/lib/accounts/tokens";
import { admitAttempt, forgetAttempts } from "@/lib/attempts/commands";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { type Actor, type MemberActor, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";
import {
  hashOfRecoveryCode,
  newRecoveryCodes,
  newSecret,
  sealSecret,
} from "@/lib/second-factors/codes";
import { isSecondFactorAsked } from "@/lib/second-factors/queries";
import { REFUSAL_TO_REMOVE } from "@/lib/second-factors/rules";
import { takeCode } from "@/lib/second-factors/take-code";
import { tellOwner } from "@/lib/second-factors/told";

type FromHere = { address: string };

/** Makes a secret for the member's app. It asks for nothing before a code has been shown. */
export async function beginSecondFactor(
  actor: MemberActor,
  input: { password: string } & FromHere,
  now: Date,
) {
  const { memberId } = actor;
  await provePassword(memberId, input, now);
  await db.$transaction(async (tx) => {
    await tx.secondFactor.deleteMany({ where: { memberId, confirmedAt: null } });
    const sealedSecret = sealSecret(newSecret(), memberId);
    const made = await tx.secondFactor.createMany({
      data: { memberId, sealedSecret, createdAt: now },
      skipDuplicates: true,
    });
    if (made.count === 0) throw new DomainError("conflict", "Your second factor is on already.");
  });
}

/**
 * Turns it on by a first code, and answers the recovery codes, which are shown this once. Every
 * other session ends: they were opened by the password alone.
 */
export async function confirmSecondFactor(
  actor: MemberActor,
  { code, token, address }: { code: string; token: string } & FromHere,
  now: Date,
): Promise<string[]> {
  const { memberId } = actor;
  const attempts = await admitAttempt("second_factor", { account: memberId, address }, now);
  const recoveryCodes = newRecoveryCodes();
  await db.$transaction(async (tx) => {
    await lockOwner(tx, memberId);
    await takeCode(tx, { memberId, code, confirmedAt: null }, now);
    await tx.secondFactor.update({
      where: { memberId },
      data: { confirmedAt: now },
      select: { memberId: true },
    });
    await keepRecoveryCodes(tx, { memberId, recoveryCodes }, now);
    await tx.session.updateMany({
      where: { memberId, revokedAt: null, tokenHash: { not: hashOf(token) } },
      data: { revokedAt: now },
    });
    await forgetAttempts(tx, attempts);
    await tellOwner(tx, actor, { memberId, act: "turned on a second factor", what: "on" }, now);
  });
  return recoveryCodes;
}

/** New recovery codes in place of the old ones, by the password and a code; shown this once. */
export async function renewRecoveryCodes(
  actor: MemberActor,
  { code, ...proof }: { code: string; password: string } & FromHere,
  now: Date,
): Promise<string[]> {
  const { memberId } = actor;
  await provePassword(memberId, proof, now);
  const { address } = proof;
  const attempts = await admitAttempt("second_factor", { account: memberId, address }, now);
  const recoveryCodes = newRecoveryCodes();
  await db.$transaction(async (tx) => {
    await lockOwner(tx, memberId);
    await takeCode(tx, { memberId, code, confirmedAt: { not: null } }, now);
    await tx.recoveryCode.deleteMany({ where: { memberId } });
    await keepRecoveryCodes(tx, { memberId, recoveryCodes }, now);
    await forgetAttempts(tx, attempts);
    const act = "made new recovery codes";
    await tellOwner(tx, actor, { memberId, act, what: "new recovery codes" }, now);
  });
  return recoveryCodes;
}

/** Turns one's own off: by the password and by a code. */
export async function removeSecondFactor(
  actor: MemberActor,
  { code, ...proof }: { code: string; password: string } & FromHere,
  now: Date,
) {
  const { memberId } = actor;
  if (await isSecondFactorAsked(memberId)) throw new DomainError("invalid", REFUSAL_TO_REMOVE);
  await provePassword(memberId, proof, now);
  const { address } = proof;
  const attempts = await admitAttempt("second_factor", { account: memberId, address }, now);
  await db.$transaction(async (tx) => {
    await lockOwner(tx, memberId);
    await takeCode(tx, { memberId, code, confirmedAt: { not: null } }, now);
    await tx.secondFactor.delete({ where: { memberId }, select: { memberId: true } });
    await forgetAttempts(tx, attempts);
    await tellOwner(tx, actor, { memberId, act: "turned off a second factor", what: "off" }, now);
  });
}

/** For somebody who has lost the app and the recovery codes; staff have asked who they are. */
export async function removeOthersSecondFactor(
  actor: Actor,
  { memberId, reason }: { memberId: string; reason: string },
  now: Date,
) {
  if (!may(actor, "remove second factors")) throw notFoundError();
  if (memberId === actor.memberId) throw new DomainError("invalid", REFUSAL_OF_OWN);
  await db.$transaction(async (tx) => {
    await lockOwner(tx, memberId);
    const { count } = await tx.secondFactor.deleteMany({ where: { memberId } });
    if (count === 0) throw await nothingToRemove(tx, memberId);
    await tx.session.updateMany({
      where: { memberId, revokedAt: null },
      data: { revokedAt: now },
    });
    const act = "removed a second factor";
    await tellOwner(tx, actor, { memberId, act, what: "removed", reason }, now);
  });
}

/** Of two at once, or of two clicks, the second is told so; who is nobody's id stays not found. */
async function nothingToRemove(tx: Tx, memberId: string) {
  const isSomebody = (await tx.member.count({ where: { id: memberId } })) > 0;
  if (!isSomebody) return notFoundError();
  return new DomainError("conflict", "This member has no second factor: it was removed already.");
}

/**
 * The member's own row: a sign-in that is under way has it (FOR KEY SHARE) and ends first, or waits
 * and then sees what was changed here.
 */
async function lockOwner(tx: Tx, memberId: string) {
  await tx.$queryRaw`SELECT 1 FROM members WHERE id = ${memberId}::uuid FOR UPDATE`;
}

async function keepRecoveryCodes(
  tx: Tx,
  { memberId, recoveryCodes }: { memberId: string; recoveryCodes: readonly string[] },
  now: Date,
) {
  await tx.recoveryCode.createMany({
    data: recoveryCodes.map((one) => ({
      codeHash: hashOfRecoveryCode(one),
      memberId,
      createdAt: now,
    })),
  });
}
