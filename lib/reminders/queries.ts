import "server-only";
import { db, type Tx } from "@/lib/db";
import { fullName } from "@/lib/members/rules";
import { byName, pastPlace } from "@/lib/places/order";
import { Prisma } from "@/prisma/generated/client";
import type { ReminderOutcome } from "@/prisma/generated/enums";

const MEMBERS_A_PAGE = 50;

/** A registration with a confirmed day that no submission locked, and that no merge left behind. */
export const unclaimed = Prisma.sql`(SELECT merged_into_id FROM members WHERE id = r.member_id) IS NULL AND EXISTS (
  SELECT FROM registration_days d LEFT JOIN claim_days c USING (registration_id, event_day_id)
   WHERE d.registration_id = r.id AND d.confirmed_at IS NOT NULL AND d.withdrawn_at IS NULL
     AND c.submission_id IS NULL)`;

type Unclaimed = {
  id: string;
  memberId: string;
  firstName: string;
  lastName: string;
  memberNumber: string | null;
  email: string;
  retiredAt: Date | null;
  claimRemindedAt: Date | null;
  muted: boolean;
};

/** A page of those who have not claimed an event, by name; `after` is the last of the page before. */
export async function listUnclaimed(eventId: string, after: string | undefined) {
  const past = after ? pastPlace(after) : Prisma.sql`true`;
  const found = await db.$queryRaw<Unclaimed[]>`
    SELECT r.id, m.id AS "memberId", m.first_name AS "firstName", m.last_name AS "lastName",
           m.member_number AS "memberNumber", m.email, m.retired_at AS "retiredAt",
           m.claim_reminded_at AS "claimRemindedAt",
           EXISTS (SELECT FROM muted_messages x WHERE x.member_id = m.id AND x.kind = 'claim_reminder') AS muted
      FROM registrations r JOIN members m ON m.id = r.member_id
     WHERE r.event_id = ${eventId}::uuid AND ${unclaimed} AND ${past}
     ORDER BY ${byName} LIMIT ${MEMBERS_A_PAGE + 1}`;
  const members = found
    .slice(0, MEMBERS_A_PAGE)
    .map((member) => ({ ...member, name: fullName(member) }));
  return { members, next: found.length > MEMBERS_A_PAGE ? (members.at(-1)?.id ?? null) : null };
}

export type UnclaimedMember = Awaited<ReturnType<typeof listUnclaimed>>["members"][number];

/** The newest run of reminders of an event, or the one that is named, with what became of each. */
export async function findRun(eventId: string, id: string | undefined) {
  const run = await db.reminderRun.findFirst({
    where: { eventId, ...(id && { id }) },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      requestedAt: true,
      finishedAt: true,
      requestedBy: { select: { firstName: true, lastName: true } },
    },
  });
  if (!run) return null;
  const counts = await db.claimReminder.groupBy({
    by: ["outcome"],
    where: { runId: run.id },
    _count: true,
  });
  const outcomes = counts.flatMap(({ outcome, _count }) =>
    outcome ? [{ outcome, members: _count }] : [],
  );
  const settled = outcomes.reduce((sum, { members }) => sum + members, 0);
  const all = counts.reduce((sum, { _count }) => sum + _count, 0);
  return { ...run, outcomes, settled, all };
}

export type Run = NonNullable<Awaited<ReturnType<typeof findRun>>>;
export type Outcome = ReminderOutcome;

/** What a reminder to one member needs, while something is left to claim; null when nothing is. */
export async function findToRemind(tx: Tx, registrationId: string) {
  return tx.registration.findFirst({
    relationLoadStrategy: "join",
    where: {
      id: registrationId,
      member: { mergedIntoId: null },
      days: {
        some: {
          confirmedAt: { not: null },
          withdrawnAt: null,
          OR: [{ claim: null }, { claim: { submissionId: null } }],
        },
      },
    },
    select: {
      id: true,
      event: { select: { title: true, firstOn: true, lastOn: true } },
      member: {
        select: {
          id: true,
          firstName: true,
          email: true,
          retiredAt: true,
          mutedMessages: { where: { kind: "claim_reminder" }, select: { kind: true } },
        },
      },
    },
  });
}
