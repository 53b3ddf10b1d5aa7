import "server-only";
import { followNewAddresses, provePassword } from "@/lib/accounts/commands";
import { recordAudit } from "@/lib/audit/commands";
import { todayIn } from "@/lib/calendar";
import type { ConfirmContact } from "@/lib/contacts/schema";
import { db, type Tx } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import { findContact, findKey } from "@/lib/members/queries";
import type { MemberActor } from "@/lib/members/rules";
import { settleRenewal } from "@/lib/renewals/commands";
import { lockRenewal } from "@/lib/renewals/lock";
import { withStanding } from "@/lib/renewals/queries";
import { refusalOf } from "@/lib/renewals/rules";
import { findSettings } from "@/lib/settings/queries";
import { Prisma } from "@/prisma/generated/client";

/**
 * The first step of a renewal: the member's phone, address and e-mail address, changed or as they
 * were. Another e-mail address takes the present password and signs out everywhere; `from` is the
 * visitor's own address, by which wrong passwords are counted. Answers whether it signed out.
 */
export async function confirmContact(
  actor: MemberActor,
  input: ConfirmContact & { from: string },
  now: Date,
): Promise<{ signedOut: boolean }> {
  const { memberId } = actor;
  const { renewalId } = input;
  const settings = await findSettings();
  const before = await findContact(memberId, db);
  const isEmailChanged = (await findKey(input.email)) !== (await findKey(before.email));
  if (isEmailChanged && input.password === "") {
    const message = "Enter your password to change your email address.";
    throw new DomainError("invalid", message, "password");
  }
  const proof = { password: input.password, address: input.from };
  const passwordHash = isEmailChanged ? await provePassword(memberId, proof, now) : null;
  await db.$transaction(async (tx) => {
    const renewal = await lockRenewal(tx, actor, renewalId);
    const { state } = await withStanding(renewal, todayIn(settings.timeZone, now), tx);
    const refusal = refusalOf(state, "confirm contact");
    if (refusal) throw new DomainError("conflict", refusal);
    const changed = await changeContact(tx, memberId, { ...input, passwordHash });
    await tx.renewal.update({
      where: { id: renewalId },
      data: { contactConfirmedAt: now },
      select: { id: true },
    });
    if (isEmailChanged) {
      const { firstName, email: oldAddress } = before;
      await followNewAddresses(tx, [{ id: memberId, firstName, oldAddress }], now);
    }
    const told = { act: "confirmed contact", subject: "renewal", subjectId: renewalId };
    const facts = { changed: Object.keys(changed) };
    await recordAudit(tx, { actor, ...told, facts, personal: changed }, now);
    await settleRenewal(tx, renewalId, now);
  });
  return { signedOut: isEmailChanged };
}

type Contact = { email: string; phone: string; address: string };

/** What changed: from, to. Under the member's lock, so that it is told from what it really became. */
async function changeContact(
  tx: Tx,
  memberId: string,
  { email, phone, address, passwordHash }: Contact & { passwordHash: string | null },
) {
  await tx.$queryRaw`SELECT 1 FROM members WHERE id = ${memberId}::uuid FOR UPDATE`;
  const before = await findContact(memberId, tx);
  const after = { email, phone: phone || null, address: address || null };
  const names = ["email", "phone", "address"] as const;
  const changed = names.filter((name) => before[name] !== after[name]);
  const facts = changed.map((name) => [name, { from: before[name], to: after[name] }] as const);
  if (changed.length === 0) return {};
  try {
    const { count } = await tx.member.updateMany({
      // Set anew meanwhile, it was not this password that was checked.
      where: { id: memberId, ...(passwordHash !== null && { passwordHash }) },
      data: after,
    });
    if (count === 0) {
      const message = "Your password was changed meanwhile. Enter the new one.";
      throw new DomainError("conflict", message, "password");
    }
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error;
    if (error.code !== "P2002" && error.code !== "P2010") throw error;
    const message = "This address cannot be used here. Enter another one.";
    throw new DomainError("invalid", message, "email");
  }
  return Object.fromEntries(facts);
}
