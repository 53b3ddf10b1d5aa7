import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { changesOf } from "@/lib/changes/rules";
import { refusalOfStep } from "@/lib/credits/amount";
import { db, type Tx } from "@/lib/db";
import { findUseOf } from "@/lib/designations/queries";
import { refusalToRemove } from "@/lib/designations/rules";
import { DomainError, notFoundError } from "@/lib/errors";
import { findTouched } from "@/lib/event-days/queries";
import type { Touched } from "@/lib/event-days/rules";
import { leaveEvent, lockEvent } from "@/lib/events/lock";
import type { AddDesignation, ChangeDesignation, RemoveDesignation } from "@/lib/events/schema";
import type { Actor } from "@/lib/members/rules";

/** What an event was approved for, one designation more. */
export async function addDesignation(actor: Actor, input: AddDesignation, now: Date) {
  const { version, ...told } = input;
  const { eventId, creditTypeName, audience, maximum } = told;
  await db.$transaction(async (tx) => {
    const event = await lockEvent(tx, actor, { eventId, version });
    const creditType = await tx.creditType.findUnique({
      where: { name: creditTypeName },
      select: { name: true, increment: true },
    });
    if (!creditType) {
      throw new DomainError("invalid", "Choose the credit type from the list.", "creditTypeName");
    }
    const twin = event.designations.some(
      (each) => each.creditTypeName === creditTypeName && each.audience === audience,
    );
    if (twin) {
      const why = "The event has a designation of this credit type for them. Change that one.";
      throw new DomainError("invalid", why, "audience");
    }
    refuseOutOfStep(maximum, creditType);
    const { id } = await tx.designation.create({ data: told, select: { id: true } });
    await tell(
      tx,
      actor,
      { act: "added a designation", id, facts: { event: eventId, ...told } },
      now,
    );
  });
}

/**
 * Its credit type and audience stay: they say what it is. Certificates that were issued stay too.
 * Answers whom another maximum touches where `seen` is not what there is to see of them now: nothing
 * was changed then.
 */
export async function changeDesignation(
  actor: Actor,
  input: ChangeDesignation,
  now: Date,
): Promise<Touched | null> {
  const { eventId, version, seen, designationId: id, ...becomes } = input;
  return db.$transaction(async (tx) => {
    const { designations } = await lockEvent(tx, actor, { eventId, version });
    const before = designations.find((each) => each.id === id);
    if (!before) throw notFoundError();
    refuseOutOfStep(becomes.maximum, before.creditType);
    const { audience, maximum, approvalNumber, statement } = before;
    const changes = changesOf<typeof becomes>({ maximum, approvalNumber, statement }, becomes);
    if (Object.keys(changes).length === 0) {
      await leaveEvent(tx, input);
      return null;
    }
    if (changes.maximum) {
      const designation = { id, audience, maximum: becomes.maximum };
      const touched = await findTouched(eventId, { designation }, tx);
      if (touched && touched.seen !== seen) {
        await leaveEvent(tx, input);
        return touched;
      }
    }
    await tx.designation.update({ where: { id }, data: becomes, select: { id: true } });
    const facts = { event: eventId, ...changes };
    await tell(tx, actor, { act: "changed a designation", id, facts }, now);
    return null;
  });
}

/** Takes a designation from an event; one that certificates were issued by stays. */
export async function removeDesignation(actor: Actor, input: RemoveDesignation, now: Date) {
  const { eventId, version, designationId: id } = input;
  await db.$transaction(async (tx) => {
    const { designations } = await lockEvent(tx, actor, { eventId, version });
    const before = designations.find((each) => each.id === id);
    if (!before) throw notFoundError();
    const refusal = refusalToRemove(await findUseOf(eventId, before, tx));
    if (refusal) throw new DomainError("invalid", refusal);
    await tx.designation.delete({ where: { id }, select: { id: true } });
    const { creditTypeName, audience, maximum, approvalNumber, statement } = before;
    const was = { creditTypeName, audience, maximum, approvalNumber, statement };
    const facts = { event: eventId, ...was };
    await tell(tx, actor, { act: "removed a designation", id, facts }, now);
  });
}

function refuseOutOfStep(maximum: number, creditType: { name: string; increment: number }) {
  const refusal = refusalOfStep(maximum, creditType);
  if (refusal) throw new DomainError("invalid", refusal, "maximum");
}

type Facts = NonNullable<Parameters<typeof recordAudit>[1]["facts"]>;

function tell(
  tx: Tx,
  actor: Actor,
  { act, id, facts }: { act: string; id: string; facts: Facts },
  now: Date,
) {
  const about = { act, subject: "designation", subjectId: id };
  return recordAudit(tx, { actor, ...about, facts }, now);
}
