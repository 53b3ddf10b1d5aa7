import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { MAILS_OF_CHOICE, type MemberActor, REFUSAL_OF_RETIRED } from "@/lib/members/rules";

/** Chooses the profession where there is none yet; a change of it later is the association's. */
export async function chooseProfession(
  actor: MemberActor,
  { profession }: { profession: string },
  now: Date,
) {
  await db.$transaction(async (tx) => {
    // Held, so that it is not removed at the same moment.
    const [known] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM professions WHERE name = ${profession} FOR KEY SHARE`;
    if (!known) {
      throw new DomainError("invalid", "Choose a profession from the list.", "profession");
    }
    const { retiredAt } = await lockMember(tx, actor.memberId);
    if (retiredAt) throw new DomainError("invalid", REFUSAL_OF_RETIRED);
    const { count } = await tx.member.updateMany({
      where: { id: actor.memberId, professionName: null },
      data: { professionName: profession },
    });
    if (count === 0) {
      throw new DomainError(
        "conflict",
        "Your profession is already on record. To change it, write to membership.",
      );
    }
    await recordAudit(
      tx,
      {
        actor,
        act: "chose a profession",
        subject: "member",
        subjectId: actor.memberId,
        facts: { profession },
      },
      now,
    );
  });
}

/** Keeps the mails whose box is ticked and switches the others off; security mail has no switch. */
export async function chooseMails(
  actor: MemberActor,
  ticked: Readonly<Record<string, "on" | undefined>>,
  now: Date,
) {
  const { memberId } = actor;
  const muted = MAILS_OF_CHOICE.map(({ kind }) => kind).filter((kind) => !ticked[kind]);
  await db.$transaction(async (tx) => {
    await tx.mutedMessage.deleteMany({ where: { memberId, kind: { notIn: muted } } });
    await tx.mutedMessage.createMany({
      data: muted.map((kind) => ({ memberId, kind })),
      skipDuplicates: true,
    });
    await recordAudit(
      tx,
      { actor, act: "chose mails", subject: "member", subjectId: memberId, facts: { muted } },
      now,
    );
  });
}

/**
 * Holds the member's row until the transaction ends: what is judged by everything a member has is
 * judged one after the other. Rows that only name the member don't wait for it.
 */
export async function lockMember(tx: Tx, memberId: string) {
  const [found] = await tx.$queryRaw<{ retiredAt: Date | null }[]>`
    SELECT retired_at AS "retiredAt" FROM members WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
  if (!found) throw notFoundError();
  return found;
}
