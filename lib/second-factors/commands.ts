import "server-only";
import { type NewSession, provePassword } from "@/lib/accounts/commands";
import { SESSION_HOURS } from "@/lib/accounts/rules";
import { hashOf, newToken } from "@/lib/accounts/tokens";
import { admitAttempt, forgetAttempts } from "@/lib/attempts/commands";
import { recordAudit } from "@/lib/audit/commands";
import { formatInstant } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { type Actor, type MemberActor, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { secondFactorChanged } from "@/lib/messages/templates/second-factor-changed";
import { may } from "@/lib/roles/rules";
import {
  hashOfRecoveryCode,
  newRecoveryCodes,
  newSecret,
  openSecret,
  sealSecret,
  stepOf,
} from "@/lib/second-factors/codes";
import { findWaitingSession } from "@/lib/second-factors/queries";
import {
  digitsOf,
  REFUSAL_OF_CODE,
  REFUSAL_TO_REMOVE,
  rolesWithoutFactor,
} from "@/lib/second-factors/rules";
import { findSettings } from "@/lib/settings/queries";

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
    await takeCode(tx, { memberId, code, confirmedAt: null }, now);
    await tx.secondFactor.update({
      where: { memberId },
      data: { confirmedAt: now },
      select: { memberId: true },
    });
    await tx.recoveryCode.createMany({
      data: recoveryCodes.map((one) => ({
        codeHash: hashOfRecoveryCode(one),
        memberId,
        createdAt: now,
      })),
    });
    await tx.session.updateMany({
      where: { memberId, revokedAt: null, tokenHash: { not: hashOf(token) } },
      data: { revokedAt: now },
    });
    await forgetAttempts(tx, attempts);
    await tell(tx, actor, { memberId, act: "turned on a second factor", what: "on" }, now);
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
  if (await isAskedOf(memberId)) throw new DomainError("invalid", REFUSAL_TO_REMOVE);
  await provePassword(memberId, proof, now);
  const { address } = proof;
  const attempts = await admitAttempt("second_factor", { account: memberId, address }, now);
  await db.$transaction(async (tx) => {
    await takeCode(tx, { memberId, code, confirmedAt: { not: null } }, now);
    await tx.secondFactor.delete({ where: { memberId }, select: { memberId: true } });
    await forgetAttempts(tx, attempts);
    await tell(tx, actor, { memberId, act: "turned off a second factor", what: "off" }, now);
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
    const { count } = await tx.secondFactor.deleteMany({ where: { memberId } });
    if (count === 0) throw notFoundError();
    await tx.session.updateMany({
      where: { memberId, revokedAt: null },
      data: { revokedAt: now },
    });
    const act = "removed a second factor";
    await tell(tx, actor, { memberId, act, what: "removed", reason }, now);
  });
}

/** Opens the session that waits for a code, under a new token; of two with one code one is opened. */
export async function proveSession(
  { token, code, address }: { token: string; code: string } & FromHere,
  now: Date,
): Promise<NewSession> {
  const waiting = await findWaitingSession(token, now);
  if (!waiting) throw tooLate();
  const { memberId } = waiting;
  const attempts = await admitAttempt("second_factor", { account: memberId, address }, now);
  const opened = newToken();
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  await db.$transaction(async (tx) => {
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
    await tell(tx, actor, { memberId, act, what: "recovery code used" }, now);
  });
  return { token: opened, expiresAt, waitsForCode: false };
}

function tooLate(): DomainError {
  return new DomainError("conflict", "That took too long. Log in again.");
}

/**
 * Takes a code so that it is never good again, or throws beside its field. The row is the lock: of
 * two uses at once the second finds the step taken.
 */
async function takeCode(
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
    where: { memberId, confirmedAt },
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

async function isAskedOf(memberId: string): Promise<boolean> {
  const { staffSecondFactor } = await findSettings();
  if (!staffSecondFactor) return false;
  const grants = await db.roleGrant.findMany({ where: { memberId }, select: { role: true } });
  const held = grants.map(({ role }) => role);
  return rolesWithoutFactor(held).length < held.length;
}

type Told = {
  memberId: string;
  act: string;
  what: "on" | "off" | "removed" | "recovery code used";
  reason?: string;
};

/** The audit log, and a mail to the owner: whoever it was, they must hear of it. */
async function tell(tx: Tx, actor: Actor, { memberId, act, what, reason }: Told, now: Date) {
  const personal = reason === undefined ? {} : { personal: { reason } };
  await recordAudit(tx, { actor, act, subject: "member", subjectId: memberId, ...personal }, now);
  const settings = await findSettings();
  const { email, firstName } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { email: true, firstName: true },
  });
  const at = formatInstant(now, settings.timeZone);
  const letter = secondFactorChanged(settings, { firstName, what, at });
  await queueMessage(
    tx,
    { ...letter, kind: "second_factor_changed", memberId, toAddress: email },
    now,
  );
}
