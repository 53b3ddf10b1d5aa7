import "server-only";
import { claimPath } from "@/lib/addresses";
import { recordAudit } from "@/lib/audit/commands";
import { dayOf, formatDays, formatInstant } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { DomainError, notFoundError } from "@/lib/errors";
import { queueJob } from "@/lib/jobs/queue";
import type { Actor } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { claimReminder } from "@/lib/messages/templates/claim-reminder";
import { findToRemind, type Outcome, unclaimed } from "@/lib/reminders/queries";
import { remindedBefore } from "@/lib/reminders/rules";
import type { Remind } from "@/lib/reminders/schema";
import { may } from "@/lib/roles/rules";
import { findSettings, type Settings } from "@/lib/settings/queries";
import { Prisma } from "@/prisma/generated/client";

/** How many one job reminds before it queues the next. */
const AT_ONCE = 200;

/**
 * Asks that those who have not claimed an event be reminded, all of them or the chosen ones: a job
 * does it, one by one. A run that comes twice is kept once.
 */
export async function requestReminders(actor: Actor, input: Remind, now: Date) {
  if (!may(actor, "set up events")) throw notFoundError();
  const { eventId, runId, whom, registrations } = input;
  if (whom === "chosen" && registrations.length === 0) {
    throw new DomainError("invalid", "Choose whom to remind.");
  }
  await db.$transaction(async (tx) => {
    const event = await tx.event.findUnique({
      where: { id: eventId },
      select: { endsAt: true, timeZone: true },
    });
    if (!event) throw notFoundError();
    if (!event.endsAt || event.endsAt > now) {
      const when = event.endsAt ? ` until ${formatInstant(event.endsAt, event.timeZone)}` : "";
      throw new DomainError("invalid", `Nobody can claim this event${when}.`);
    }
    const data = { id: runId, eventId, requestedById: actor.memberId, requestedAt: now };
    const { count } = await tx.reminderRun.createMany({ data, skipDuplicates: true });
    if (count === 0) return;
    const chosen =
      whom === "all"
        ? Prisma.sql`true`
        : Prisma.sql`r.id IN (${Prisma.join(registrations.map((id) => Prisma.sql`${id}::uuid`))})`;
    const members = await tx.$executeRaw`
      INSERT INTO claim_reminders (run_id, registration_id)
      SELECT ${runId}::uuid, r.id FROM registrations r
       WHERE r.event_id = ${eventId}::uuid AND ${unclaimed} AND ${chosen}`;
    if (members === 0) throw new DomainError("invalid", "Nobody is left to remind.");
    const told = { act: "asked for reminders", subject: "event", subjectId: eventId };
    await recordAudit(tx, { actor, ...told, facts: { run: runId, members } }, now);
    await queueJob(tx, "remind-members", { runId });
  });
}

/** Reminds the next members of a run, and queues the job for those after them; may run twice. */
export async function remindNext(runId: string, now: Date) {
  const next = await db.claimReminder.findMany({
    where: { runId, settledAt: null },
    orderBy: { registrationId: "asc" },
    take: AT_ONCE,
    select: { registrationId: true },
  });
  const settings = await findSettings();
  for (const { registrationId } of next) await remind({ runId, registrationId }, settings, now);
  await db.$transaction(async (tx) => {
    const left = await tx.claimReminder.findFirst({
      where: { runId, settledAt: null },
      select: { registrationId: true },
    });
    if (left) await queueJob(tx, "remind-members", { runId });
    else {
      await tx.reminderRun.updateMany({
        where: { id: runId, finishedAt: null },
        data: { finishedAt: now },
      });
    }
  });
}

type Which = { runId: string; registrationId: string };

/** One of them, once: whoever comes second to the row finds it settled. */
async function remind({ runId, registrationId }: Which, settings: Settings, now: Date) {
  await db.$transaction(async (tx) => {
    const { count } = await tx.claimReminder.updateMany({
      where: { runId, registrationId, settledAt: null },
      data: { settledAt: now, outcome: "sent" },
    });
    if (count === 0) return;
    const outcome = await send(tx, registrationId, settings, now);
    if (outcome === "sent") return;
    await tx.claimReminder.updateMany({ where: { runId, registrationId }, data: { outcome } });
  });
}

async function send(
  tx: Tx,
  registrationId: string,
  settings: Settings,
  now: Date,
): Promise<Outcome> {
  const found = await findToRemind(tx, registrationId);
  if (!found) return "claimed";
  const { event, member } = found;
  if (member.mutedMessages.length > 0) return "muted";
  // The member's row is the guard: two runs at once, of any events, remind a member once.
  const { count } = await tx.member.updateMany({
    where: {
      id: member.id,
      retiredAt: null,
      OR: [{ claimRemindedAt: null }, { claimRemindedAt: { lte: remindedBefore(now) } }],
    },
    data: { claimRemindedAt: now },
  });
  if (count === 0) return member.retiredAt ? "retired" : "reminded";
  const { title, firstOn, lastOn } = event;
  const letter = claimReminder(settings, {
    firstName: member.firstName,
    eventTitle: title,
    dates: firstOn && lastOn ? formatDays(dayOf(firstOn), dayOf(lastOn)) : "",
    claimUrl: `${publicUrl()}${claimPath(registrationId)}`,
  });
  const to = { kind: "claim_reminder", memberId: member.id, toAddress: member.email } as const;
  await queueMessage(tx, { ...letter, ...to }, now);
  return "sent";
}
