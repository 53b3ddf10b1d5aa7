import "server-only";
import { subDays } from "date-fns";
import { claimPath } from "@/lib/addresses";
import { listUntold, type Untold } from "@/lib/announcements/queries";
import { dayOf, formatDays } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { queueMessages } from "@/lib/messages/commands";
import { creditsOpen } from "@/lib/messages/templates/credits-open";
import { findSettings, type Settings } from "@/lib/settings/queries";

// Later news is no news: an import of last year's events mails nobody.
const TELL_WITHIN_DAYS = 7;

/** Tells the members of events that have ended that their credits are open, each once; says how many. */
export async function announceOpenCredits(now: Date): Promise<number> {
  const untold = await listUntold(subDays(now, TELL_WITHIN_DAYS), now);
  if (untold.length === 0) return 0;
  const settings = await findSettings();
  await db.$transaction((tx) => announce(tx, untold, settings, now));
  return untold.length;
}

async function announce(tx: Tx, untold: readonly Untold[], settings: Settings, now: Date) {
  // Whom another worker tells, or who is just claiming, is passed by until the next round.
  const told = await tx.$queryRaw<{ id: string }[]>`
    UPDATE registrations SET open_told_at = ${now} WHERE id IN (
      SELECT id FROM registrations
       WHERE id = ANY(${untold.map(({ id }) => id)}::uuid[]) AND open_told_at IS NULL
       ORDER BY id FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  const own = new Set(told.map(({ id }) => id));
  const mails = untold.filter(({ id }) => own.has(id)).map((each) => mailOf(each, settings));
  await queueMessages(tx, "credits_open", mails, now);
}

function mailOf({ id, event, member }: Untold, settings: Settings) {
  const { title, firstOn, lastOn } = event;
  const letter = creditsOpen(settings, {
    firstName: member.firstName,
    eventTitle: title,
    dates: firstOn && lastOn ? formatDays(dayOf(firstOn), dayOf(lastOn)) : "",
    claimUrl: `${publicUrl()}${claimPath(id)}`,
  });
  return { ...letter, memberId: member.id, toAddress: member.email };
}
