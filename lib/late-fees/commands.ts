import "server-only";
import { renewalPath } from "@/lib/addresses";
import { type Day, formatLongDay, todayIn } from "@/lib/calendar";
import { stepsOf } from "@/lib/cycle-reminders/rules";
import { db, type Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { actApart, pagesOf } from "@/lib/jobs/apart";
import { listBeforeLateFee, takeLateFees } from "@/lib/late-fees/queries";
import { queueMessages } from "@/lib/messages/commands";
import { lateFeeNear } from "@/lib/messages/templates/late-fee-near";
import { listWhere } from "@/lib/renewals/queries";
import { credentialsOf, renewalSentences } from "@/lib/renewals/wording";
import { findSettings, type Settings } from "@/lib/settings/queries";
import { listStandingEntriesOf } from "@/lib/standing-entries/queries";

/** Renewals a transaction. */
const BATCH = 200;

/**
 * Tells members who have not paid that a late fee is near, as many days before it as the last reminder
 * before a cycle's end, each renewal once; says how many mails.
 */
export async function remindOfLateFees(now: Date): Promise<number> {
  const settings = await findSettings();
  const today = todayIn(settings.timeZone, now);
  const days = Math.min(...stepsOf(settings.cycleEndingDays));
  return actApart({
    what: "remind of the late fee of a renewal",
    pages: pagesOf((after) => listBeforeLateFee({ today, days }, { after, most: BATCH })),
    atOnce: BATCH,
    act: (ids) =>
      db.$transaction((tx) => remindBatch(tx, ids, { settings, today, days, now }), {
        timeout: 60_000,
      }),
  });
}

type When = { settings: Settings; today: Day; days: number; now: Date };

async function remindBatch(tx: Tx, ids: readonly string[], { settings, ...when }: When) {
  const taken = await takeLateFees(tx, ids, when);
  // An invoice that comes to nothing has no late fee either.
  const found = await listWhere({ id: { in: taken } }, tx);
  const unpaid = found.filter(({ isPaid }) => !isPaid);
  const entries = await listStandingEntriesOf(
    unpaid.map(({ memberId }) => memberId),
    tx,
  );
  const mails = unpaid.map((renewal) => {
    const { id, memberId, member, cycles, lateFeeFrom } = renewal;
    const letter = lateFeeNear(settings, {
      firstName: member.firstName,
      credentials: credentialsOf(cycles),
      lateFeeFrom: formatLongDay(lateFeeFrom),
      sentences: renewalSentences(renewal, entries.get(memberId) ?? [], when.today),
      renewalUrl: `${publicUrl()}${renewalPath(id)}`,
    });
    return { ...letter, memberId, toAddress: member.email };
  });
  await queueMessages(tx, "renewal_due", mails, when.now);
  return mails.length;
}
