import "server-only";
import { followNewAddresses } from "@/lib/accounts/commands";
import { recordAudit } from "@/lib/audit/commands";
import { db, type Tx } from "@/lib/db";
import { changesBetween, type Kept, refusalToChange, shownOf } from "@/lib/directory/rules";
import type { ChangeMember, MemberAct } from "@/lib/directory/schema";
import { DomainError, notFoundError } from "@/lib/errors";
import { fingerprintOf } from "@/lib/fingerprint";
import type { Actor } from "@/lib/members/rules";
import { isLastAdministrator } from "@/lib/roles/last-administrator";
import { may, REFUSAL_OF_LAST_ADMINISTRATOR } from "@/lib/roles/rules";
import { isTaken } from "@/lib/taken";

/**
 * Staff change what is on record of a member. Certificates keep the name they were issued with. A
 * changed e-mail address ends sessions and reset links, and the old address is told.
 */
export async function changeMember(actor: Actor, input: ChangeMember, now: Date) {
  const { memberId, seen, ...becomes } = input;
  try {
    await db.$transaction(async (tx) => {
      const before = await lockOthers(tx, actor, memberId);
      if (fingerprintOf(shownOf(before)) !== seen) {
        const why =
          "This member was changed meanwhile. The fields that you left alone show what stands now: look at them, then save again.";
        throw new DomainError("conflict", why);
      }
      const changes = changesBetween(before, becomes);
      if (Object.keys(changes).length === 0) return;
      await refuseUnknown(tx, becomes);
      const { memberNumber, username, email, firstName } = before;
      if (memberNumber !== null && becomes.memberNumber === null) {
        throw new DomainError("invalid", "A member keeps a number. Enter it.", "memberNumber");
      }
      await tx.member.update({
        where: { id: memberId },
        data: { ...becomes, suffix: becomes.suffix ?? "", firstName: becomes.firstName ?? "" },
        select: { id: true },
      });
      const told = { act: "changed a member", subject: "member", subjectId: memberId };
      await recordAudit(tx, { actor, ...told, personal: changes }, now);
      if (!changes.email || email === null) return;
      const called = firstName || username || memberNumber || "";
      await followNewAddresses(tx, [{ id: memberId, firstName: called, oldAddress: email }], now);
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw await takenIdentifier(memberId, becomes);
  }
}

/** A retired member signs in and reads, may change nothing and gets no reminders. */
export async function retireMember(actor: Actor, input: MemberAct, now: Date) {
  await setRetired(actor, input, { from: null, to: now, act: "retired a member" }, now);
}

export async function reinstateMember(actor: Actor, input: MemberAct, now: Date) {
  const from = { not: null };
  await setRetired(actor, input, { from, to: null, act: "reinstated a member" }, now);
}

async function setRetired(
  actor: Actor,
  { memberId, reason }: MemberAct,
  { from, to, act }: { from: null | { not: null }; to: Date | null; act: string },
  now: Date,
) {
  try {
    await db.$transaction(async (tx) => {
      await lockOthers(tx, actor, memberId);
      const { count } = await tx.member.updateMany({
        where: { id: memberId, retiredAt: from },
        data: { retiredAt: to },
      });
      if (count === 0) throw new DomainError("conflict", "A colleague did so already.");
      const told = { act, subject: "member", subjectId: memberId };
      await recordAudit(tx, { actor, ...told, personal: { reason } }, now);
    });
  } catch (error) {
    if (!isLastAdministrator(error)) throw error;
    throw new DomainError("conflict", REFUSAL_OF_LAST_ADMINISTRATOR);
  }
}

/** Any member but the actor, for staff; locked, so that of two changes the second sees the first. */
async function lockOthers(tx: Tx, actor: Actor, memberId: string): Promise<Kept> {
  if (!may(actor, "keep members")) throw notFoundError();
  const [locked] = await tx.$queryRaw<(Kept & { mergedIntoId: string | null })[]>`
    SELECT first_name AS "firstName", last_name AS "lastName", suffix, member_number AS "memberNumber",
        username, email, profession AS "professionName", birth_month_day AS "birthMonthDay",
        licence_state AS "licenceState", licence_number AS "licenceNumber", phone, address,
        local_office_id AS "localOfficeId", merged_into_id AS "mergedIntoId"
      FROM members WHERE id = ${memberId}::uuid FOR UPDATE`;
  if (!locked) throw notFoundError();
  const { mergedIntoId, ...found } = locked;
  const hasRole = (await tx.roleGrant.count({ where: { memberId } })) > 0;
  const refusal = refusalToChange(actor, { id: memberId, mergedIntoId, hasRole });
  if (refusal) throw new DomainError("invalid", refusal);
  return found;
}

/** What is known is held, so that it is not removed at the same moment. */
async function refuseUnknown(tx: Tx, { professionName, localOfficeId }: Kept) {
  if (professionName) {
    const [known] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM professions WHERE name = ${professionName} FOR KEY SHARE`;
    if (!known) {
      throw new DomainError("invalid", "Choose a profession from the list.", "professionName");
    }
  }
  if (localOfficeId) {
    const [known] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM local_offices WHERE id = ${localOfficeId}::uuid FOR KEY SHARE`;
    if (!known) {
      throw new DomainError("invalid", "Choose an office from the list.", "localOfficeId");
    }
  }
}

/** Which of the three identifiers somebody else has. */
async function takenIdentifier(memberId: string, becomes: Kept) {
  for (const field of ["memberNumber", "username", "email"] as const) {
    const [owner] = await db.$queryRaw<{ id: string }[]>`
      SELECT member_id AS id FROM identifiers
        WHERE key = identifier_key(${becomes[field] ?? ""}) AND member_id <> ${memberId}::uuid`;
    if (owner) return new DomainError("invalid", "This belongs to another member.", field);
  }
  return new DomainError(
    "conflict",
    "A colleague changed this member at the same moment. Try again.",
  );
}
