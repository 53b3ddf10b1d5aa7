import "server-only";
import { randomUUID } from "node:crypto";
import { setPassword } from "@/lib/accounts/commands";
import { hashPassword } from "@/lib/accounts/password";
import { hashOf, resetToken, tokenInMail } from "@/lib/accounts/tokens";
import { admitAttempt } from "@/lib/attempts/commands";
import { formatInstant } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { queueJob } from "@/lib/jobs/queue";
import { findKey } from "@/lib/members/queries";
import type { Actor } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { passwordChanged } from "@/lib/messages/templates/password-changed";
import { passwordReset } from "@/lib/messages/templates/password-reset";
import { SPENT_LINK } from "@/lib/password-resets/rules";
import { findSettings } from "@/lib/settings/queries";

/** What somebody typed at Forgot Password?; the worker finds out whether it means anyone. */
export type ResetRequest = { account: string; email: string };

/**
 * Takes a request down and looks nobody up: the same work, rows and time whether or not anything
 * matches. The id makes the link's token, so that a job run twice makes one link.
 */
export async function requestReset(request: ResetRequest & { address: string }, now: Date) {
  const { account, email, address } = request;
  await admitAttempt("password_reset", { account: await findKey(email), address }, now);
  await db.$transaction((tx) =>
    queueJob(tx, "request-password-reset", { requestId: randomUUID(), account, email }),
  );
}

/** The worker's part: when both belong to one member, a new link goes to the address on record. */
export async function answerResetRequest(
  { requestId, account, email }: ResetRequest & { requestId: string },
  now: Date,
) {
  const settings = await findSettings();
  await db.$transaction(async (tx) => {
    const member = await lockMember(tx, account, email);
    const tokenHash = hashOf(resetToken(requestId));
    if (!member || (await tx.passwordReset.count({ where: { tokenHash } })) > 0) return;
    await endLinks(tx, member.id, now);
    const expiresAt = new Date(now.getTime() + settings.resetLinkMinutes * 60_000);
    await tx.passwordReset.create({
      data: { tokenHash, memberId: member.id, createdAt: now, expiresAt },
      select: { expiresAt: true },
    });
    const letter = passwordReset(settings, {
      firstName: member.firstName,
      resetUrl: `${publicUrl()}/reset-password?link=${tokenInMail(requestId)}`,
      minutes: settings.resetLinkMinutes,
    });
    const to = { kind: "password_reset", memberId: member.id, toAddress: member.email } as const;
    await queueMessage(tx, { ...to, ...letter }, now);
  });
}

/**
 * The member to whom both belong; an address may be one that a merge led here. The lock makes two
 * requests at once take turns: the later link ends the earlier one.
 */
async function lockMember(tx: Tx, account: string, email: string) {
  const [member] = await tx.$queryRaw<{ id: string; email: string; firstName: string }[]>`
    SELECT m.id, m.email, m.first_name AS "firstName"
    FROM identifiers i JOIN members m ON m.id = i.member_id
    WHERE i.key = identifier_key(${account})
      AND ${email} LIKE '%@%' AND EXISTS (
        SELECT 1 FROM identifiers e WHERE e.key = identifier_key(${email}) AND e.member_id = m.id)
    FOR UPDATE OF m`;
  return member;
}

async function endLinks(tx: Tx, memberId: string, now: Date) {
  await tx.passwordReset.updateMany({ where: { memberId, endedAt: null }, data: { endedAt: now } });
}

/** Sets the password by a link, once: of two uses at a time one wins and the other is told. */
export async function resetPassword(
  { link, password }: { link: string; password: string },
  now: Date,
) {
  const settings = await findSettings();
  const passwordHash = await hashPassword(password);
  await db.$transaction(async (tx) => {
    const member = await lockOwner(tx, hashOf(link));
    const { count } = await tx.passwordReset.updateMany({
      where: { tokenHash: hashOf(link), endedAt: null, expiresAt: { gt: now } },
      data: { endedAt: now },
    });
    if (!member || count === 0) throw new DomainError("conflict", SPENT_LINK);
    const actor: Actor = { memberId: member.id, door: "web", roles: [] };
    await setPassword(tx, actor, { memberId: member.id, passwordHash }, now);
    const letter = passwordChanged(settings, {
      firstName: member.firstName,
      changedAt: formatInstant(now, settings.timeZone),
      forgotPasswordUrl: `${publicUrl()}/forgot-password`,
    });
    const to = { kind: "password_changed", memberId: member.id, toAddress: member.email } as const;
    await queueMessage(tx, { ...to, ...letter }, now);
  });
}

/** The member first and then the link, as a new request does: in another order the two would wait for each other. */
async function lockOwner(tx: Tx, tokenHash: string) {
  const [member] = await tx.$queryRaw<{ id: string; email: string; firstName: string }[]>`
    SELECT m.id, m.email, m.first_name AS "firstName"
    FROM password_resets r JOIN members m ON m.id = r.member_id
    WHERE r.token_hash = ${tokenHash} FOR UPDATE OF m`;
  return member;
}
