import "server-only";
import { isPasswordRight } from "@/lib/accounts/password";
import { findCredentials, findPasswordHash } from "@/lib/accounts/queries";
import { SESSION_HOURS } from "@/lib/accounts/rules";
import { hashOf, newToken } from "@/lib/accounts/tokens";
import { admitAttempt, forgetAccount, forgetAttempts } from "@/lib/attempts/commands";
import { recordAudit } from "@/lib/audit/commands";
import { formatInstant } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import { findKey } from "@/lib/members/queries";
import type { Actor, MemberActor } from "@/lib/members/rules";
import { queueMessages } from "@/lib/messages/commands";
import { emailChanged } from "@/lib/messages/templates/email-changed";
import { hasSecondFactor } from "@/lib/second-factors/queries";
import { MINUTES_FOR_CODE } from "@/lib/second-factors/rules";
import { readSettings } from "@/lib/settings/queries";

export type NewSession = { token: string; expiresAt: Date; waitsForCode: boolean };

/**
 * Opens a session for who proves to be a member. An unknown login, a wrong password and an account
 * without a password cost the same and get the same answer; too many tries are told when to return.
 */
export async function signIn(
  { login, password, address }: { login: string; password: string; address: string },
  now: Date,
): Promise<NewSession> {
  const key = await findKey(login);
  const credentials = await findCredentials(key);
  // By the member: whoever guesses has as many tries at three identifiers as at one.
  const account = credentials?.memberId ?? key;
  const attempts = await admitAttempt("sign_in", { account, address }, now);
  const right = await isPasswordRight(credentials?.passwordHash ?? null, password);
  const session = right && credentials ? await openSession(credentials, attempts, now) : null;
  if (session) return session;
  throw new DomainError(
    "invalid",
    "This login and password do not go together. Check both, or choose Forgot Password? to set a new one.",
  );
}

/**
 * Null: the password was changed while it was being checked. What ends sessions takes the row FOR UPDATE
 * (endSessionsAndLinks); all else that changes a member, an import of minutes too, holds up no sign-in.
 */
function openSession(
  { memberId, passwordHash }: { memberId: string; passwordHash: string | null },
  attempts: string[],
  now: Date,
): Promise<NewSession | null> {
  return db.$transaction(async (tx) => {
    const unchanged = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM members WHERE id = ${memberId}::uuid AND password_hash = ${passwordHash} FOR KEY SHARE`;
    if (unchanged.length === 0) return null;
    await forgetAttempts(tx, attempts);
    return startSession(tx, memberId, now);
  });
}

/**
 * A session for who has shown the password. Where a second factor is in force it opens nothing before
 * that is shown too (proveSession), and waits for it only a while.
 */
export async function startSession(tx: Tx, memberId: string, now: Date): Promise<NewSession> {
  const waitsForCode = await hasSecondFactor(memberId, tx);
  const token = newToken();
  const minutes = waitsForCode ? MINUTES_FOR_CODE : SESSION_HOURS * 60;
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  const provenAt = waitsForCode ? null : now;
  await tx.session.create({
    data: { tokenHash: hashOf(token), memberId, createdAt: now, expiresAt, provenAt },
  });
  return { token, expiresAt, waitsForCode };
}

/**
 * The hash that the member's password fits, asked once more before what a stolen session must not
 * do; throws beside the field `password`. Tries count as tries of signing in.
 */
export async function provePassword(
  memberId: string,
  { password, address }: { password: string; address: string },
  now: Date,
): Promise<string> {
  const attempts = await admitAttempt("sign_in", { account: memberId, address }, now);
  const hash = await findPasswordHash(memberId);
  if (!(await isPasswordRight(hash, password)) || hash === null) {
    throw new DomainError("invalid", "This is not your password. Enter it again.", "password");
  }
  await forgetAttempts(db, attempts);
  return hash;
}

/** Signs out: the token is worth nothing from now on, wherever else it may lie. */
export async function endSession(token: string, now: Date) {
  await db.session.updateMany({
    where: { tokenHash: hashOf(token), revokedAt: null },
    data: { revokedAt: now },
  });
}

/** Signs the member out on every device, this one too. */
export async function endOwnSessions(actor: MemberActor, now: Date) {
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { memberId: actor.memberId, revokedAt: null },
      data: { revokedAt: now },
    });
    const told = { act: "signed out everywhere", subject: "member", subjectId: actor.memberId };
    await recordAudit(tx, { actor, ...told, facts: { sessions: count } }, now);
  });
}

/**
 * Ends every session and every reset link of these members, for whom something that proves who
 * they are has changed in this transaction. A sign-in which is under way has their row (FOR KEY SHARE)
 * and ends first, to be ended here, or waits and then sees what was changed.
 */
export async function endSessionsAndLinks(tx: Tx, memberIds: readonly string[], now: Date) {
  await tx.$queryRaw`
    SELECT 1 FROM members WHERE id = ANY(${[...memberIds]}::uuid[]) ORDER BY id FOR UPDATE`;
  const memberId = { in: [...memberIds] };
  await tx.session.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: now } });
  await tx.passwordReset.updateMany({ where: { memberId, endedAt: null }, data: { endedAt: now } });
}

/**
 * What follows from another e-mail address, for those who have one since this transaction's change:
 * sessions and reset links end, and the old address is told.
 */
export async function followNewAddresses(
  tx: Tx,
  members: readonly { id: string; firstName: string; oldAddress: string }[],
  now: Date,
) {
  const settings = await readSettings(tx);
  const ids = members.map(({ id }) => id);
  await endSessionsAndLinks(tx, ids, now);
  const changedAt = formatInstant(now, settings.timeZone);
  const mails = members.map(({ id: memberId, firstName, oldAddress: toAddress }) => ({
    ...emailChanged(settings, { firstName, changedAt }),
    memberId,
    toAddress,
  }));
  await queueMessages(tx, "email_changed", mails, now);
}

/** Sets the password, ends what the old one had opened, and lets the owner sign in at once. */
export async function setPassword(
  tx: Tx,
  actor: Actor,
  { memberId, passwordHash }: { memberId: string; passwordHash: string },
  now: Date,
) {
  await tx.member.update({ where: { id: memberId }, data: { passwordHash }, select: { id: true } });
  await endSessionsAndLinks(tx, [memberId], now);
  await forgetAccount(tx, memberId);
  await recordAudit(
    tx,
    { actor, act: "set a password", subject: "member", subjectId: memberId },
    now,
  );
}
