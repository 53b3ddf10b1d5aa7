import "server-only";
import { dayOf } from "@/lib/calendar";
import { approvalSelect } from "@/lib/certificates/queries";
import { awardedCreditType } from "@/lib/certificates/rules";
import { db, type Tx } from "@/lib/db";
import { listedDocument } from "@/lib/documents/queries";
import { stateOf } from "@/lib/entries/rules";
import { isId } from "@/lib/ids";
import type { Prisma } from "@/prisma/generated/client";

/** What a page of one entry shows. */
export const entrySelect = {
  id: true,
  source: true,
  earnedOn: true,
  reportedOn: true,
  formatName: true,
  credits: true,
  creditTypeName: true,
  providerId: true,
  provider: { select: { name: true } },
  providerOther: true,
  courseNumber: true,
  title: true,
  entered: true,
  createdAt: true,
  acceptedAt: true,
  returnedAt: true,
  rejectedAt: true,
  withdrawnAt: true,
  replacedAt: true,
  reviewNote: true,
  documents: { orderBy: { uploadedAt: "asc" }, select: listedDocument },
  requests: {
    orderBy: { requestedAt: "desc" },
    select: { id: true, message: true, requestedAt: true, decision: true },
  },
} satisfies Prisma.CreditEntrySelect;

/** One entry of the member's own record; null where it is not theirs. */
export async function findEntry(memberId: string, id: string, tx: Tx = db) {
  if (!isId(id)) return null;
  const found = await tx.creditEntry.findFirst({
    relationLoadStrategy: "join",
    where: { id, memberId },
    select: {
      ...entrySelect,
      registrationId: true,
      replacedBy: { select: { id: true } },
      correction: { select: { reason: true, correctedAt: true } },
      member: {
        select: {
          firstName: true,
          lastName: true,
          memberNumber: true,
          email: true,
          retiredAt: true,
        },
      },
    },
  });
  return (
    found && {
      ...found,
      earnedOn: dayOf(found.earnedOn),
      reportedOn: dayOf(found.reportedOn),
      state: stateOf(found),
    }
  );
}

export type MemberEntry = NonNullable<Awaited<ReturnType<typeof findEntry>>>;

/** What a day of a claim puts on its member's record: of the credit type that is awarded, else None. */
export async function findCreditOfClaim(registrationId: string, tx: Tx = db) {
  const { memberId, member, event } = await tx.registration.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { id: registrationId },
    select: {
      memberId: true,
      member: { select: { profession: { select: { physician: true } } } },
      event: {
        select: {
          title: true,
          activityType: { select: { formatName: true } },
          ...approvalSelect,
        },
      },
    },
  });
  const awarded = awardedCreditType({
    profession: member.profession ?? { physician: false },
    designations: event.designations,
    eventCreditType: event.creditTypeName,
  });
  return {
    memberId,
    formatName: event.activityType.formatName,
    creditTypeName: awarded ?? "None",
    title: event.title,
  };
}
