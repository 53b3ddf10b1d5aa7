import "server-only";
import { renewalPath } from "@/lib/addresses";
import { type Day, daysBetween, formatLongDay, todayIn } from "@/lib/calendar";
import {
  type EndingCohort,
  type EndingCycle,
  listCohortsEnding,
  listMembersToRemind,
  takeReminders,
} from "@/lib/cycle-reminders/queries";
import { endBefore, stepsOf } from "@/lib/cycle-reminders/rules";
import { inDays, upcomingSentences } from "@/lib/cycle-reminders/wording";
import { db, type Tx } from "@/lib/db";
import type { StandingEntry } from "@/lib/entries/rules";
import { publicUrl } from "@/lib/env";
import { groupsOf, issuedFrom } from "@/lib/invoices/groups";
import { actApart, pagesOf } from "@/lib/jobs/apart";
import { queueMessages } from "@/lib/messages/commands";
import { cycleEnding } from "@/lib/messages/templates/cycle-ending";
import { listWhere, type MemberRenewal } from "@/lib/renewals/queries";
import { standingUnder } from "@/lib/renewals/standing";
import { credentialsOf, listed, renewalSentences } from "@/lib/renewals/wording";
import { findSettings, type Settings } from "@/lib/settings/queries";
import { listStandingEntriesOf } from "@/lib/standing-entries/queries";

/** Members that are looked up at once, and of them those of one transaction. */
const LOOK = 10_000;
const BATCH = 200;

/**
 * Tells members that their cycles end soon and what is left of renewing them, in one mail for all of a
 * member's, each step before the end once; says how many mails. Repeated, or run by two at once, nobody
 * is told twice.
 */
export async function remindOfEndings(now: Date): Promise<number> {
  const settings = await findSettings();
  const today = todayIn(settings.timeZone, now);
  const cohorts = await listCohortsEnding(stepsOf(settings.cycleEndingDays), today);
  if (cohorts.length === 0) return 0;
  return actApart({
    what: "remind a member of the end of a cycle",
    pages: pagesOf((after) => listMembersToRemind(cohorts, { today, after, most: LOOK })),
    atOnce: BATCH,
    act: (memberIds) =>
      db.$transaction((tx) => remindBatch(tx, { settings, cohorts, memberIds, today, now }), {
        timeout: 60_000,
      }),
  });
}

type Batch = {
  settings: Settings;
  cohorts: readonly EndingCohort[];
  memberIds: readonly string[];
  today: Day;
  now: Date;
};

async function remindBatch(tx: Tx, { settings, cohorts, memberIds, today, now }: Batch) {
  const cycles = await takeReminders(tx, cohorts, { memberIds, today });
  if (cycles.length === 0) return 0;
  const members = new Map(cycles.map((cycle) => [cycle.memberId, cycle]));
  const invoiced = cycles.flatMap(({ renewalId }) => renewalId ?? []);
  const renewals = await listWhere({ id: { in: invoiced } }, tx);
  const entries = await listStandingEntriesOf([...members.keys()], tx);
  const mails = [...members.values()].map(({ memberId, firstName, email }) => {
    const isTheirs = (of: { memberId: string }) => of.memberId === memberId;
    const record = entries.get(memberId) ?? [];
    const endings = [
      ...renewals.filter(isTheirs).map((renewal) => endingOf(renewal, record, today)),
      ...upcomingEndings(cycles.filter(isTheirs), record, { settings, today }),
    ];
    const letter = cycleEnding(settings, { firstName, endings });
    return { ...letter, memberId, toAddress: email };
  });
  await queueMessages(tx, "cycle_ending", mails, now);
  return mails.length;
}

function endingOf(renewal: MemberRenewal, record: readonly StandingEntry[], today: Day) {
  const { id, cycles, dueOn } = renewal;
  const sentences = renewalSentences(renewal, record, today);
  return printed(credentialsOf(cycles), dueOn, { sentences, path: renewalPath(id), today });
}

/** What is not invoiced yet, together as it will be. */
function upcomingEndings(
  cycles: readonly EndingCycle[],
  record: readonly StandingEntry[],
  { settings, today }: { settings: Settings; today: Day },
) {
  return groupsOf(cycles.filter(({ renewalId }) => renewalId === null)).map((group) => {
    const standing = standingUnder(group.terms, group.cycles, record);
    const invoicedFrom = issuedFrom(group.dueOn, settings.invoiceDaysBefore);
    const sentences = upcomingSentences(standing, { invoicedFrom, today });
    const credentials = listed(group.cycles.map(({ code }) => code));
    return printed(credentials, group.dueOn, { sentences, path: "/renewals", today });
  });
}

type Told = { sentences: string[]; path: string; today: Day };

function printed(credentials: string, dueOn: Day, { sentences, path, today }: Told) {
  const endsOn = endBefore(dueOn);
  return {
    credentials,
    endsOn: formatLongDay(endsOn),
    inDays: inDays(daysBetween(today, endsOn)),
    sentences,
    url: `${publicUrl()}${path}`,
  };
}
