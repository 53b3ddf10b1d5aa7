import "server-only";
import { type Day, dateOf, todayIn } from "@/lib/calendar";
import { approvalSelect } from "@/lib/certificates/queries";
import { awardedCreditType } from "@/lib/certificates/rules";
import type { Tx } from "@/lib/db";
import type { Settings } from "@/lib/settings/queries";

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
