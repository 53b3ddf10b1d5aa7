import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { type Day, dateOf, todayIn } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { findCreditOfClaim, findEntry } from "@/lib/entries/queries";
import type { WithdrawEntry } from "@/lib/entries/schema";
import { DomainError, notFoundError } from "@/lib/errors";
import { type MemberActor, REFUSAL_OF_RETIRED } from "@/lib/members/rules";
import type { Settings } from "@/lib/settings/queries";

/**
 * Brings a member's record into step with locked days of a claim, inside the transaction that locked
 * or corrected them: each day over 0.00 is one entry of the credit type that is awarded, else None. A
 * day that has an entry already gets a new one that replaces it.
 */
export async function recordClaimDays(
  tx: Tx,
  registrationId: string,
  days: readonly { eventDayId: string; day: Day; credits: number }[],
  settings: Settings,
  now: Date,
) {
  const { memberId, ...earned } = await findCreditOfClaim(registrationId, tx);
  const replaced = await tx.creditEntry.updateManyAndReturn({
    where: {
      registrationId,
      eventDayId: { in: days.map(({ eventDayId }) => eventDayId) },
      replacedAt: null,
    },
    data: { replacedAt: now },
    select: { id: true, eventDayId: true },
  });
  const replacedBy = (day: { eventDayId: string }) =>
    replaced.find(({ eventDayId }) => eventDayId === day.eventDayId)?.id ?? null;
  const reportedOn = dateOf(todayIn(settings.timeZone, now));
  await tx.creditEntry.createMany({
    data: days
      .filter((day) => day.credits > 0 || replacedBy(day))
      .map((day) => ({
        memberId,
        source: "claim" as const,
        registrationId,
        eventDayId: day.eventDayId,
        earnedOn: dateOf(day.day),
        reportedOn,
        ...earned,
        credits: day.credits,
        createdAt: now,
        acceptedAt: now,
        replacesId: replacedBy(day),
      })),
  });
}

/** A member takes back what they reported, as long as it is not accepted. */
export async function withdrawEntry(actor: MemberActor, { entryId }: WithdrawEntry, now: Date) {
  const { memberId } = actor;
  await db.$transaction(async (tx) => {
    await findOwn(tx, actor, entryId);
    const { count } = await tx.creditEntry.updateMany({
      where: {
        id: entryId,
        memberId,
        source: "self_report",
        acceptedAt: null,
        rejectedAt: null,
        withdrawnAt: null,
        replacedAt: null,
      },
      // One that was sent back is withdrawn instead.
      data: { withdrawnAt: now, returnedAt: null },
    });
    if (count === 0) {
      const stands = await findEntry(memberId, entryId, tx);
      // With its record it was merged into another meanwhile.
      if (!stands) throw notFoundError();
      const message = `This entry is ${stands.state}, so it can no longer be withdrawn.`;
      throw new DomainError("conflict", message);
    }
    const told = { act: "withdrew an entry", subject: "entry", subjectId: entryId };
    await recordAudit(tx, { actor, ...told }, now);
  });
}

/** The member's own entry, which a retired member may read only. */
async function findOwn(tx: Tx, { memberId }: MemberActor, entryId: string) {
  const entry = await findEntry(memberId, entryId, tx);
  if (!entry) throw notFoundError();
  if (entry.member.retiredAt) throw new DomainError("invalid", REFUSAL_OF_RETIRED);
  return entry;
}
