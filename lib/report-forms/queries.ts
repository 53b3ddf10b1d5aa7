import "server-only";
import { v7 as newId } from "uuid";
import { dayOf, formatDays } from "@/lib/calendar";
import type { Entered } from "@/lib/conversions/rules";
import { printCredits } from "@/lib/credits/amount";
import { db } from "@/lib/db";
import { listedDocument } from "@/lib/documents/queries";
import type { ListedDocument } from "@/lib/documents/rules";
import type { FormState } from "@/lib/form-state";
import { isId } from "@/lib/ids";
import { judgeReport, previewReport } from "@/lib/reports/queries";
import { type Asks, OTHER_PROVIDER } from "@/lib/reports/rules";
import { type DraftFields, formOf, readReport } from "@/lib/reports/schema";
import { findReplaceable } from "@/lib/reviews/queries";

/** A form that the member has not saved yet. */
async function findDraft(memberId: string, id: string) {
  if (!isId(id)) return null;
  const found = await db.reportDraft.findFirst({
    where: { id, memberId },
    select: { id: true, fields: true, documents: { select: listedDocument } },
  });
  return found && { ...found, fields: found.fields as DraftFields };
}

type Replaceable = NonNullable<Awaited<ReturnType<typeof findReplaceable>>>;

const BLANK: ReportStart = {
  reportId: "",
  replacesId: "",
  start: {},
  asks: { hours: null, duplicate: null },
  documents: [],
};

/** What the form begins with. */
export type ReportStart = {
  reportId: string;
  replacesId: string;
  start: FormState;
  asks: Asks;
  documents: ListedDocument[];
};

/**
 * The form as it begins: blank, with what a draft holds and what is wrong with it, or with an entry
 * that was sent back. Null where the member has no such draft or entry.
 */
export async function findReportStart(
  memberId: string,
  { draft, again }: { draft: string | null; again: string | null },
  now: Date,
): Promise<ReportStart | null> {
  if (draft !== null) return startOfDraft(memberId, draft, now);
  const start = { ...BLANK, reportId: newId() };
  if (again === null) return start;
  const entry = await findReplaceable(memberId, again);
  return entry && { ...start, replacesId: entry.id, ...startOfEntry(entry) };
}

async function startOfDraft(memberId: string, id: string, now: Date): Promise<ReportStart | null> {
  const draft = await findDraft(memberId, id);
  if (!draft) return null;
  const { fields } = draft;
  const { report, errors } = readReport(formOf(fields));
  const judged = report && (await judgeReport(memberId, report, now));
  const replaced = await findReplaceable(memberId, fields.replacesId?.at(-1) ?? "");
  const wanted = fields.documents ?? [];
  const documents = [...draft.documents, ...(replaced?.documents ?? [])];
  const refused = fields.refusals?.join(" ");
  return {
    reportId: id,
    replacesId: replaced?.id ?? "",
    start: {
      values: Object.fromEntries(
        Object.entries(fields).map(([name, texts]) => [name, texts.at(-1) ?? ""]),
      ),
      errors: { ...errors, ...judged?.refusals, ...(refused && { documents: refused }) },
    },
    asks: judged?.asks ?? BLANK.asks,
    documents: documents.filter((each) => wanted.includes(each.id)),
  };
}

function startOfEntry(entry: Replaceable) {
  const entered = entry.entered as Entered | null;
  const day = dayOf(entry.earnedOn);
  return {
    start: {
      values: {
        earnedOn: formatDays(day, day),
        format: entry.formatName,
        credits: printCredits(entry.credits),
        creditType: entry.creditTypeName,
        courseNumber: entry.courseNumber,
        provider: entry.providerId ?? OTHER_PROVIDER,
        providerOther: entry.providerOther ?? "",
        title: entry.title,
        ...(entered && { convertFrom: entered.from, convertAmount: printCredits(entered.amount) }),
      },
    },
    documents: entry.documents,
  };
}

/** A draft to save as it is, with what it will count; not ready: something is to be put right first. */
export async function findDraftToConfirm(memberId: string, id: string, now: Date) {
  const found = await startOfDraft(memberId, id, now);
  const draft = found && (await findDraft(memberId, id));
  if (!draft) return null;
  const form = formOf(draft.fields);
  const { report } = readReport(form);
  const fields = Object.entries(draft.fields).flatMap(([name, texts]) =>
    texts.map((text) => ({ name, text })),
  );
  if (!report || Object.keys(found.start.errors ?? {}).length > 0) return { id, fields };
  const [{ credits, provider }, preview] = await Promise.all([
    judgeReport(memberId, report, now),
    previewReport(memberId, form, now),
  ]);
  return { id, fields, ready: { report, credits, provider, documents: found.documents, preview } };
}
