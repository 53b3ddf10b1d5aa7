import "server-only";
import { subDays } from "date-fns";
import { claimPath } from "@/lib/addresses";
import { listUntold, type Untold } from "@/lib/announcements/queries";
import { dayOf, formatDays } from "@/lib/calendar";
import { db } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { queueMessage } from "@/lib/messages/commands";
import { creditsOpen } from "@/lib/messages/templates/credits-open";
import { findSettings, type Settings } from "@/lib/settings/queries";

// Later news is no news: an import of last year's events mails nobody.
const TELL_WITHIN_DAYS = 7;

/** Tells the members of events that have ended that their credits are open, each once; says how many. */
export async function announceOpenCredits(now: Date): Promise<number> {
  const untold = await listUntold(subDays(now, TELL_WITHIN_DAYS), now);
  if (untold.length === 0) return 0;
  const settings = await findSettings();
  for (const registration of untold) await announce(registration, settings, now);
  return untold.length;
}

async function announce({ id, event, member }: Untold, settings: Settings, now: Date) {
  const { title, firstOn, lastOn } = event;
  const letter = creditsOpen(settings, {
    firstName: member.firstName,
    eventTitle: title,
    dates: firstOn && lastOn ? formatDays(dayOf(firstOn), dayOf(lastOn)) : "",
    claimUrl: `${publicUrl()}${claimPath(id)}`,
  });
  await db.$transaction(async (tx) => {
    const { count } = await tx.registration.updateMany({
      where: { id, openToldAt: null },
      data: { openToldAt: now },
    });
    if (count === 0) return;
    const to = { kind: "credits_open", memberId: member.id, toAddress: member.email } as const;
    await queueMessage(tx, { ...letter, ...to }, now);
  });
}
