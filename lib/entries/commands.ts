import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { type Day, dateOf, formatLongDay, todayIn } from "@/lib/calendar";
import { approvalSelect } from "@/lib/certificates/queries";
import { awardedCreditType } from "@/lib/certificates/rules";
import { printCredits } from "@/lib/credits/amount";
import { db, type Tx } from "@/lib/db";
import { findEntry } from "@/lib/entries/queries";
import type { RequestEntryCorrection, WithdrawEntry } from "@/lib/entries/schema";
import { DomainError, notFoundError } from "@/lib/errors";
import { fullName, type MemberActor, REFUSAL_OF_RETIRED } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { entryCorrectionRequested } from "@/lib/messages/templates/entry-correction-requested";
import { findSettings, type Settings } from "@/lib/settings/queries";

const earnedAtSelect = {
  memberId: true,
  member: { select: { profession: { select: { physician: true } } } },
  event: {
    select: {
      title: true,
      activityType: { select: { formatName: true } },
      ...approvalSelect,
    },
  },
} as const;

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
  const { memberId, member, event } = await tx.registration.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { id: registrationId },
    select: earnedAtSelect,
  });
  const awarded = awardedCreditType({
    profession: member.profession ?? { physician: false },
    designations: event.designations,
    eventCreditType: event.creditTypeName,
  });
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
        formatName: event.activityType.formatName,
        credits: day.credits,
        creditTypeName: awarded ?? "None",
        title: event.title,
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
      const message = `This entry is ${stands?.state}, so it can no longer be withdrawn.`;
      throw new DomainError("conflict", message);
    }
    const told = { act: "withdrew an entry", subject: "entry", subjectId: entryId };
    await recordAudit(tx, { actor, ...told }, now);
  });
}

/** Keeps a member's wish that an accepted entry be changed, and tells the association's contact address. */
export async function requestEntryCorrection(
  actor: MemberActor,
  { entryId, message }: RequestEntryCorrection,
  now: Date,
) {
  const settings = await findSettings();
  await db.$transaction(async (tx) => {
    const entry = await findOwn(tx, actor, entryId);
    if (entry.state !== "accepted") {
      const why = "Only an accepted entry needs a correction by staff.";
      throw new DomainError("invalid", why, "message");
    }
    const { memberId } = actor;
    const { id: request } = await tx.correctionRequest.create({
      data: { entryId, memberId, message, requestedAt: now },
      select: { id: true },
    });
    const told = { act: "requested a correction", subject: "entry", subjectId: entryId };
    await recordAudit(tx, { actor, ...told, facts: { request }, personal: { message } }, now);
    const letter = entryCorrectionRequested(settings, {
      memberName: fullName(entry.member),
      memberNumber: entry.member.memberNumber,
      memberEmail: entry.member.email,
      title: entry.title,
      earnedOn: formatLongDay(entry.earnedOn),
      credits: printCredits(entry.credits),
      message,
    });
    const toAddress = settings.creditsEmail;
    const mail = { kind: "correction_requested", memberId: null, toAddress } as const;
    await queueMessage(tx, { ...letter, ...mail }, now);
  });
}

/** The member's own entry, which a retired member may read only. */
async function findOwn(tx: Tx, { memberId }: MemberActor, entryId: string) {
  const entry = await findEntry(memberId, entryId, tx);
  if (!entry) throw notFoundError();
  if (entry.member.retiredAt) throw new DomainError("invalid", REFUSAL_OF_RETIRED);
  return entry;
}
