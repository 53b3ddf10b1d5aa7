import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { db, type Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { DomainError, notFoundError } from "@/lib/errors";
import { type Actor, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { roleGranted } from "@/lib/messages/templates/role-granted";
import { isLastAdministrator } from "@/lib/roles/last-administrator";
import { may, REFUSAL_OF_LAST_ADMINISTRATOR, ROLE_WORDS } from "@/lib/roles/rules";
import type { Grant, WithdrawRole } from "@/lib/roles/schema";
import { readSettings } from "@/lib/settings/queries";
import { isTaken } from "@/lib/taken";

/** What became of a grant: whether an account or an office was made for it, and whether it was held already. */
export type Granted = { madeAccount: boolean; madeOffice: boolean; heldAlready: boolean };

/**
 * Gives a role to who has the e-mail address; an unknown address gets a staff account, which sets
 * its password by Forgot Password?. Given again it changes nothing. A member has one local office.
 */
export async function grantRole(actor: Actor, grant: Grant, now: Date): Promise<Granted> {
  if (!may(actor, "hand out roles")) throw notFoundError();
  try {
    return await db.$transaction(async (tx) => {
      const found = await findHolder(tx, grant.email);
      if (found !== null && found === actor.memberId) {
        throw new DomainError("invalid", REFUSAL_OF_OWN);
      }
      const memberId = found ?? (await makeAccount(tx, actor, grant.email, now));
      const office = grant.office ? await findOrMakeOffice(tx, actor, grant.office, now) : null;
      const officeId = office?.id ?? null;
      const changed = await writeGrant(tx, { memberId, role: grant.role, officeId }, now);
      if (changed) {
        const facts = { role: grant.role, office: office?.name ?? null };
        const told = { act: "granted a role", subject: "member", subjectId: memberId, facts };
        await recordAudit(tx, { actor, ...told }, now);
        await tellGranted(tx, memberId, { role: grant.role, office: office?.name }, now);
      }
      const madeOffice = office?.isNew ?? false;
      return { madeAccount: found === null, madeOffice, heldAlready: !changed };
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new DomainError("conflict", "Somebody else just did the same. Try again.");
  }
}

/** Takes a role from somebody else; the last administrator keeps theirs. */
export async function withdrawRole(actor: Actor, { memberId, role }: WithdrawRole, now: Date) {
  if (!may(actor, "hand out roles")) throw notFoundError();
  if (memberId === actor.memberId) throw new DomainError("invalid", REFUSAL_OF_OWN);
  try {
    await db.$transaction(async (tx) => {
      const { count } = await tx.roleGrant.deleteMany({ where: { memberId, role } });
      if (count === 0) throw await nothingToWithdraw(tx, memberId);
      const told = { act: "withdrew a role", subject: "member", subjectId: memberId };
      await recordAudit(tx, { actor, ...told, facts: { role } }, now);
    });
  } catch (error) {
    if (!isLastAdministrator(error)) throw error;
    throw new DomainError("conflict", REFUSAL_OF_LAST_ADMINISTRATOR);
  }
}

/** Of two at once, or of two clicks, the second is told so; who is nobody's id stays not found. */
async function nothingToWithdraw(tx: Tx, memberId: string) {
  const isSomebody = (await tx.member.count({ where: { id: memberId } })) > 0;
  if (!isSomebody) return notFoundError();
  return new DomainError("conflict", "They hold this role no more: it was withdrawn already.");
}

async function tellGranted(
  tx: Tx,
  memberId: string,
  grant: Pick<Grant, "role" | "office">,
  now: Date,
) {
  const settings = await readSettings(tx);
  const where = { id: memberId };
  const { email, firstName } = await tx.member.findUniqueOrThrow({
    where,
    select: { email: true, firstName: true },
  });
  const letter = roleGranted(settings, {
    firstName,
    role: grant.office ? `${ROLE_WORDS[grant.role]} ${grant.office}` : ROLE_WORDS[grant.role],
    loginUrl: `${publicUrl()}/login`,
    forgotPasswordUrl: `${publicUrl()}/forgot-password`,
  });
  await queueMessage(tx, { ...letter, kind: "role_granted", memberId, toAddress: email }, now);
}

/** Locked, so that of two grants at once the second sees the first. */
async function findHolder(tx: Tx, email: string): Promise<string | null> {
  const [holder] = await tx.$queryRaw<{ id: string; isEmail: boolean }[]>`
    SELECT m.id, identifier_key(m.email) = i.key AS "isEmail"
    FROM identifiers i JOIN members m ON m.id = i.member_id
    WHERE i.key = identifier_key(${email}) FOR UPDATE OF m`;
  if (holder && !holder.isEmail) {
    throw new DomainError(
      "conflict",
      "That is not the e-mail address of whom it belongs to: their username, or the address of a record that was merged into theirs.",
    );
  }
  return holder?.id ?? null;
}

async function makeAccount(tx: Tx, actor: Actor, email: string, now: Date): Promise<string> {
  // The name until staff enter another one.
  const lastName = email.slice(0, email.lastIndexOf("@"));
  const { id } = await tx.member.create({
    data: { email, firstName: "", lastName, createdAt: now },
    select: { id: true },
  });
  const told = { act: "made a staff account", subject: "member", subjectId: id };
  await recordAudit(tx, { actor, ...told, personal: { email } }, now);
  return id;
}

async function findOrMakeOffice(tx: Tx, actor: Actor, name: string, now: Date) {
  // Held, so that it is not removed at the same moment.
  const [found] = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM local_offices
     WHERE identifier_key(name) = identifier_key(${name}) FOR KEY SHARE`;
  if (found) return { ...found, isNew: false };
  const { id } = await tx.localOffice.create({ data: { name }, select: { id: true } });
  const told = { act: "made a local office", subject: "local office", subjectId: id };
  await recordAudit(tx, { actor, ...told, facts: { name } }, now);
  return { id, name, isNew: true };
}

/** Whether there was anything to write. */
async function writeGrant(
  tx: Tx,
  { memberId, role, officeId }: { memberId: string; role: Grant["role"]; officeId: string | null },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.roleGrant.createMany({
    data: [{ memberId, role, officeId, grantedAt: now }],
    skipDuplicates: true,
  });
  if (count > 0 || officeId === null) return count > 0;
  const moved = await tx.roleGrant.updateMany({
    where: { memberId, role, officeId: { not: officeId } },
    data: { officeId, grantedAt: now },
  });
  return moved.count > 0;
}
