import "server-only";
import { subDays } from "date-fns";
import { type Day, dateOf, todayIn } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError, refusalOfFields } from "@/lib/errors";
import { queueJob } from "@/lib/jobs/queue";
import type { Actor } from "@/lib/members/rules";
import { lockProgram, refuseBadTerms, saveLocked } from "@/lib/programs/commands";
import { may } from "@/lib/roles/rules";
import { termsTyped } from "@/lib/rule-drafts/rules";
import type { RuleDraft } from "@/lib/rule-drafts/schema";
import {
  countHeld,
  findPreview,
  listHeld,
  type Preview,
  readRules,
  readVersions,
} from "@/lib/rule-previews/queries";
import {
  changeOf,
  datesJudged,
  type Impact,
  NO_IMPACT,
  versionsFor,
  withChange,
} from "@/lib/rule-previews/rules";
import { sidesOf } from "@/lib/rule-previews/together";
import { readSettings } from "@/lib/settings/queries";
import { listStandingOfMany } from "@/lib/standing-entries/queries";

/** Certifications that one job goes through: a second or two, and some megabytes. */
const BATCH = 1000;

/** Begins to go through the membership under the rules of a form; nothing is saved of them yet. */
export async function startPreview(actor: Actor, draft: RuleDraft, now: Date): Promise<string> {
  if (!may(actor, "change programs")) throw notFoundError();
  const typed = termsTyped(draft);
  if ("refusals" in typed) throw refusalOfFields(typed.refusals);
  const { programCode } = draft;
  return db.$transaction(async (tx) => {
    await lockProgram(tx, programCode);
    await refuseBadTerms(tx, typed.terms);
    const { fingerprint } = await readVersions(programCode, tx);
    const { id } = await tx.rulePreview.create({
      data: {
        programCode,
        fromOn: dateOf(typed.fromOn),
        terms: typed.terms,
        versionsSeen: fingerprint,
        askedById: actor.memberId,
        askedAt: now,
        total: await countHeld(programCode, tx),
        impact: NO_IMPACT,
      },
      select: { id: true },
    });
    await queueJob(tx, "preview-rules", { previewId: id, reached: "" });
    return id;
  });
}

/**
 * Goes through the next batch of a preview and queues the one after it. A job says how far the
 * preview had come for it; run twice, or late, it finds that passed and does nothing.
 */
export async function continuePreview(
  { previewId, reached }: { previewId: string; reached: string | null },
  isLastTry: boolean,
  now: Date,
) {
  const preview = await findPreview(previewId);
  if (!preview || preview.finishedAt || preview.failedAt || preview.reached !== reached) return;
  const where = { id: previewId, reached, finishedAt: null, failedAt: null };
  try {
    const { impact, count, last } = await goThrough(preview, now);
    const isOver = count < BATCH;
    await db.$transaction(async (tx) => {
      const finishedAt = isOver ? now : null;
      const data = { impact, finishedAt, reached: last ?? reached, seen: { increment: count } };
      const { count: taken } = await tx.rulePreview.updateMany({ where, data });
      if (taken === 0 || isOver || !last) return;
      await queueJob(tx, "preview-rules", { previewId, reached: last });
    });
  } catch (error) {
    if (isLastTry) await db.rulePreview.updateMany({ where, data: { failedAt: now } });
    throw error;
  }
}

async function goThrough(preview: Preview, now: Date) {
  const { timeZone } = await readSettings(db);
  const today = todayIn(timeZone, now);
  const [rules, { count, last, cycles, toRenew }] = await Promise.all([
    readRules(preview, today),
    listHeld(preview, BATCH),
  ]);
  let { impact } = preview;
  const judged = cycles.flatMap((cycle) => {
    const versions = versionsFor(cycle, rules, today);
    if (versions && cycle.isRenewed) impact = { ...impact, renewed: impact.renewed + 1 };
    if (!versions || cycle.isRenewed) return [];
    const all = toRenew.get(cycle.memberId) ?? [];
    return { cycle, ...sidesOf(cycle, versions, all, rules.programs, today) };
  });
  const entries = await listEntriesOf(
    judged.map(({ cycle }) => cycle.memberId),
    judged.map(datesJudged),
  );
  for (const { cycle, ...sides } of judged) {
    const change = changeOf(entries.get(cycle.memberId) ?? [], cycle, sides);
    impact = withChange(impact, cycle, change);
  }
  return { impact: impact satisfies Impact, count, last };
}

async function listEntriesOf(memberIds: string[], dates: { from: Day; to: Day }[]) {
  const [from] = dates.map((each) => each.from).toSorted();
  const to = dates
    .map((each) => each.to)
    .toSorted()
    .at(-1);
  return from && to ? listStandingOfMany([...new Set(memberIds)], { from, to }) : new Map();
}

/** Saves exactly the rules that were previewed, once; refused when the program has others by now. */
export async function savePreviewed(actor: Actor, previewId: string, now: Date): Promise<string> {
  if (!may(actor, "change programs")) throw notFoundError();
  return db.$transaction(async (tx) => {
    const { count } = await tx.rulePreview.updateMany({
      where: { id: previewId, finishedAt: { not: null }, savedAt: null },
      data: { savedAt: now },
    });
    const preview = await findPreview(previewId, tx);
    if (!preview) throw notFoundError();
    if (count === 0) throw refusalToSave(preview);
    await saveUnchanged(tx, actor, preview, now);
    return preview.programCode;
  });
}

async function saveUnchanged(tx: Tx, actor: Actor, preview: Preview, now: Date) {
  const { programCode, fromOn, terms, versionsSeen } = preview;
  await lockProgram(tx, programCode);
  const { fingerprint } = await readVersions(programCode, tx);
  if (fingerprint !== versionsSeen) {
    throw new DomainError(
      "conflict",
      "The rules of this program were changed after this preview began. Preview the version again.",
    );
  }
  await saveLocked(tx, actor, { programCode, fromOn, terms }, now);
}

function refusalToSave({ savedAt }: Preview): DomainError {
  const why = savedAt
    ? "This version is saved already."
    : "The preview is not finished. Wait for it, then save the version.";
  return new DomainError("conflict", why);
}

const KEPT_DAYS = 30;

/** For the worker: what nobody looks at any more. A version that was saved stands without its preview. */
export async function sweepPreviews(now: Date) {
  const askedAt = { lt: subDays(now, KEPT_DAYS) };
  await db.rulePreview.deleteMany({ where: { askedAt } });
}
