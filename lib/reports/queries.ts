import "server-only";
import { twinAmong } from "@/lib/allocations/duplicates";
import { previewEntry } from "@/lib/allocations/queries";
import { type Day, todayIn } from "@/lib/calendar";
import { listActiveCycles } from "@/lib/certifications/queries";
import { conversionWords } from "@/lib/conversions/rules";
import { db, type Tx } from "@/lib/db";
import { asEntry, type Marks } from "@/lib/entries/rules";
import { isId } from "@/lib/ids";
import type { ActiveWindow } from "@/lib/reports/dates";
import {
  creditsReported,
  OTHER_PROVIDER,
  questionOfHours,
  refusalsOfReport,
  wordsForDuplicate,
} from "@/lib/reports/rules";
import { type Report, readSoFar } from "@/lib/reports/schema";
import { effectWords, type Preview, programEffect } from "@/lib/reports/wording";
import { findSettings, readSettings } from "@/lib/settings/queries";
import { listOfOneDay } from "@/lib/standing-entries/queries";

/**
 * What the form offers to choose from: of providers the in-network and the common ones, and the one
 * that was chosen before. Another provider's name is typed under Other, and known by it.
 */
export async function listReportChoices(chosen: string | undefined) {
  const [formats, creditTypes, providers] = await Promise.all([
    db.format.findMany({
      where: { position: { not: null } },
      orderBy: { position: "asc" },
      select: {
        name: true,
        documentRequired: true,
        reviewRequired: true,
        conversionOffered: true,
      },
    }),
    db.creditType.findMany({
      where: { reportPosition: { not: null } },
      orderBy: { reportPosition: "asc" },
      select: { name: true, increment: true, minutesPerCredit: true },
    }),
    db.provider.findMany({
      where: {
        OR: [
          { inNetwork: true },
          { common: true },
          ...(chosen && isId(chosen) ? [{ id: chosen }] : []),
        ],
      },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
  ]);
  return { formats, creditTypes, providers };
}

/** Where credit can be earned for now: the window of each active cycle, under its program's code. */
export async function listActiveWindows(memberId: string, now: Date): Promise<ActiveWindow[]> {
  const { timeZone } = await findSettings();
  return windowsOn(memberId, todayIn(timeZone, now), db);
}

async function windowsOn(memberId: string, today: Day, tx: Tx) {
  const cycles = await listActiveCycles(memberId, today, tx);
  return cycles.map(({ called, window }) => ({ program: called.code, ...window }));
}

/** A report as it would be saved, and why it can't be; in the transaction that saves it, if given. */
export async function judgeReport(memberId: string, report: Report, now: Date, tx: Tx = db) {
  const { collegeHourFactor, ceuFactor, timeZone } = await readSettings(tx);
  const today = todayIn(timeZone, now);
  const isOther = report.provider === OTHER_PROVIDER;
  const providerId = !isOther && isId(report.provider) ? report.provider : null;
  const providerOther = isOther ? report.providerOther : "";
  const [format, creditType, windows, marks, sameDay] = await Promise.all([
    tx.format.findFirst({
      where: { name: report.format, position: { not: null } },
      select: { documentRequired: true, reviewRequired: true },
    }),
    tx.creditType.findFirst({
      where: { name: report.creditType, reportPosition: { not: null } },
      select: { name: true, increment: true, minutesPerCredit: true },
    }),
    windowsOn(memberId, today, tx),
    findMarks({ ...report, providerId, providerOther }, tx),
    listOfOneDay(memberId, report.earnedOn, tx),
  ]);
  const { increment = 25, minutesPerCredit = 60 } = creditType ?? {};
  const rates = { collegeHourFactor, ceuFactor, increment, minutesPerCredit };
  const { credits, entered } = creditsReported(report, rates);
  const { earnedOn, courseNumber, title } = report;
  const said = { earnedOn, format: report.format, credits, creditType: report.creditType };
  const entry = asEntry({ ...said, courseNumber, title, ...marks }, today);
  const others = sameDay.filter(({ id }) => id !== report.reportId && id !== report.replacesId);
  const twin = twinAmong(others, entry);
  const asks = {
    hours: questionOfHours(report, rates),
    duplicate: twin && wordsForDuplicate(twin.of),
  };
  const refusals = refusalsOfReport({
    ...report,
    credits,
    documents: report.documents.length,
    isSeenAsDuplicate: report.duplicate === "on",
    format,
    creditType,
    provider: isOther || marks.providerId ? {} : null,
    windows,
    today,
    asks,
  });
  return {
    refusals,
    asks,
    credits,
    entered: entered && { ...entered, words: conversionWords(entered, rates) },
    entry,
    provider: { id: marks.providerId, name: marks.provider },
    awaitsReview: format?.reviewRequired ?? true,
  };
}

export type Judgement = Awaited<ReturnType<typeof judgeReport>>;

/** What saving the form would do, for each active cycle; null while too little of it is said. */
export async function previewReport(memberId: string, form: FormData, now: Date): Promise<Preview> {
  const report = readSoFar(form);
  if (!report) return null;
  const { entry, asks, awaitsReview, entered } = await judgeReport(memberId, report, now);
  const effects = await previewEntry(memberId, entry);
  return {
    asks,
    converted: entered?.words ?? null,
    sentence: effectWords(effects, { ...report, awaitsReview }),
    programs: effects.map((effect) => programEffect(effect)),
  };
}

/** What the form says of a course: its provider is chosen by id, else named. */
type Said = {
  providerId: string | null;
  providerOther: string;
  courseNumber: string;
  title: string;
};

/** What an entry will be recognised by, its provider found by id or by name. */
export async function findMarks(
  { providerId, providerOther, courseNumber, title }: Said,
  tx: Tx = db,
) {
  const [found] = await tx.$queryRaw<Marks[]>`
    SELECT p.id AS "providerId", coalesce(p.name, ${providerOther}) AS provider,
        coalesce(p.name_key, identifier_key(${providerOther})) AS "providerKey",
        identifier_key(${courseNumber}) AS "courseNumberKey", identifier_key(${title}) AS "titleKey",
        coalesce(p.in_network, false) AS "inNetwork"
      FROM (SELECT 1) one LEFT JOIN providers p ON p.id = coalesce(${providerId}::uuid,
        (SELECT id FROM providers WHERE name_key = identifier_key(${providerOther})))`;
  if (!found) throw new Error("A query without conditions gave no row.");
  return found;
}
