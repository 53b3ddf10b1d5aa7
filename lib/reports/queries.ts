import "server-only";
import { previewEntry } from "@/lib/allocations/queries";
import { dayOf, todayIn } from "@/lib/calendar";
import { listActiveCycles } from "@/lib/certifications/queries";
import { conversionWords } from "@/lib/conversions/rules";
import { db } from "@/lib/db";
import { isId } from "@/lib/ids";
import {
  type ActiveWindow,
  creditsReported,
  OTHER_PROVIDER,
  questionOfHours,
  refusalsOfReport,
  wordsForDuplicate,
} from "@/lib/reports/rules";
import { type Report, readSoFar } from "@/lib/reports/schema";
import { effectWords, type Preview, programEffect } from "@/lib/reports/wording";
import { findSettings } from "@/lib/settings/queries";

/** What the form offers to choose from. */
export async function listReportChoices() {
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
    db.provider.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } }),
  ]);
  return { formats, creditTypes, providers };
}

/** Where credit can be earned for now: the window of each active cycle, under its program's code. */
export async function listActiveWindows(memberId: string, now: Date): Promise<ActiveWindow[]> {
  const { timeZone } = await findSettings();
  const cycles = await listActiveCycles(memberId, todayIn(timeZone, now));
  return cycles.map(({ called, window }) => ({ program: called.code, ...window }));
}

/** A report as it would be saved, and why it can't be. */
export async function judgeReport(memberId: string, report: Report, now: Date) {
  const settings = await findSettings();
  const [format, creditType, provider, windows, alike] = await Promise.all([
    db.format.findFirst({
      where: { name: report.format, position: { not: null } },
      select: { documentRequired: true, reviewRequired: true },
    }),
    db.creditType.findFirst({
      where: { name: report.creditType, reportPosition: { not: null } },
      select: { name: true, increment: true, minutesPerCredit: true },
    }),
    findProvider(report),
    listActiveWindows(memberId, now),
    listAlike(memberId, report, settings.associationName),
  ]);
  const { collegeHourFactor, ceuFactor, timeZone } = settings;
  const { increment = 25, minutesPerCredit = 60 } = creditType ?? {};
  const rates = { collegeHourFactor, ceuFactor, increment, minutesPerCredit };
  const { credits, entered } = creditsReported(report, rates);
  const asks = {
    hours: questionOfHours(report, rates),
    duplicate: alike[0] ? wordsForDuplicate(alike[0]) : null,
  };
  const refusals = refusalsOfReport({
    ...report,
    credits,
    documents: report.documents.length,
    isSeenAsDuplicate: report.duplicate === "on",
    format,
    creditType,
    provider,
    windows,
    today: todayIn(timeZone, now),
    asks,
  });
  return {
    refusals,
    asks,
    credits,
    entered: entered && { ...entered, words: conversionWords(entered, rates) },
    provider: provider ?? { id: null, name: report.providerOther },
    awaitsReview: format?.reviewRequired ?? true,
  };
}

export type Judgement = Awaited<ReturnType<typeof judgeReport>>;

/** What saving the form would do, for each active cycle; null while too little of it is said. */
export async function previewReport(memberId: string, form: FormData, now: Date): Promise<Preview> {
  const report = readSoFar(form);
  if (!report) return null;
  const { earnedOn, format, creditType, courseNumber, title } = report;
  const [judged, { timeZone }] = await Promise.all([
    judgeReport(memberId, report, now),
    findSettings(),
  ]);
  const { credits, provider, asks, awaitsReview, entered } = judged;
  const reported = { earnedOn, format, credits, creditType, courseNumber, title };
  const effects = await previewEntry(
    memberId,
    { ...reported, providerId: provider.id, providerOther: provider.name, isAccepted: true },
    todayIn(timeZone, now),
  );
  return {
    asks,
    converted: entered?.words ?? null,
    sentence: effectWords(effects, { format, creditType, awaitsReview }),
    programs: effects.map((effect) => programEffect(effect)),
  };
}

/** The provider that was chosen, or that bears the name given under Other; null: there is none such. */
async function findProvider({ provider, providerOther }: Report) {
  if (provider !== OTHER_PROVIDER) {
    if (!isId(provider)) return null;
    return db.provider.findUnique({ where: { id: provider }, select: { id: true, name: true } });
  }
  const [known] = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM providers WHERE name_key = identifier_key(${providerOther})`;
  return known ?? { id: null, name: providerOther };
}

/** The member's standing entries of the same day and provider with the same course number or name. */
async function listAlike(memberId: string, report: Report, associationName: string) {
  const { earnedOn, provider, providerOther, courseNumber, title, replacesId } = report;
  const found = await db.$queryRaw<{ id: string; title: string; earnedOn: Date }[]>`
    SELECT e.id, e.title, e.earned_on AS "earnedOn"
      FROM credit_entries e LEFT JOIN providers p ON p.id = e.provider_id
     WHERE e.member_id = ${memberId}::uuid AND e.earned_on = ${earnedOn}::date
       AND num_nonnulls(e.replaced_at, e.withdrawn_at, e.rejected_at, e.not_duplicate_at) = 0
       AND e.id IS DISTINCT FROM ${replacesId}::uuid
       AND e.id IS DISTINCT FROM ${report.reportId || null}::uuid
       AND coalesce(p.name_key, identifier_key(coalesce(e.provider_other, ${associationName})))
           = coalesce((SELECT name_key FROM providers WHERE id::text = ${provider}),
                      identifier_key(${providerOther}))
       AND (identifier_key(e.title) = identifier_key(${title})
            OR e.course_number <> '' AND identifier_key(e.course_number) = identifier_key(${courseNumber}))
     ORDER BY e.created_at, e.id`;
  return found.map((each) => ({ ...each, earnedOn: dayOf(each.earnedOn) }));
}
