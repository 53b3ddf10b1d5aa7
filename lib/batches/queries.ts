import "server-only";
import type { Entry, Line } from "@/lib/allocations/lines";
import { type Cover, type LineState, stateOfBatch } from "@/lib/batches/rules";
import type { Day } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import type { MemberRenewal } from "@/lib/renewals/queries";
import { type Standing, standingOf } from "@/lib/renewals/standing";
import { formOf, formSelect, type ReportingForm } from "@/lib/reporting-forms/queries";
import { refusalOfWindow } from "@/lib/reporting-forms/rules";
import { listStandingEntries } from "@/lib/standing-entries/queries";

/** Forms as the entries that approving them would make. */
async function listAsEntries(
  formIds: readonly string[],
  reportedOn: Day,
  tx: Tx = db,
): Promise<Entry[]> {
  if (formIds.length === 0) return [];
  const [found] = await tx.$queryRaw<{ rows: Entry[] | null }[]>`
    SELECT json_agg(one ORDER BY one."earnedOn", one.id) AS rows FROM (
      SELECT f.id, 'reporting_form' AS source, f.earned_on AS "earnedOn", ${reportedOn}::date AS "reportedOn",
          f.title, NULL AS "claimKey", true AS "isAccepted", false AS "isNotDuplicate",
          coalesce(p.name_key, identifier_key(f.provider_other)) AS "providerKey",
          '' AS "courseNumberKey", identifier_key(f.title) AS "titleKey", f.format, f.credits,
          f.credit_type AS "creditType", coalesce(p.in_network, false) AS "inNetwork"
        FROM reporting_forms f LEFT JOIN providers p ON p.id = f.provider_id
        WHERE f.id = ANY(${[...formIds]}::uuid[])) one`;
  return found?.rows ?? [];
}

/** A form that may be, or is, in the batch of a renewal. */
export type BatchForm = ReportingForm & {
  /** Null: not in the batch. */
  lineState: LineState | null;
  /** Why it can't be chosen as it stands; null: it can. */
  refusal: string | null;
};

/**
 * What a member may submit with a renewal: the lines of its batch, and signed forms that are in none.
 */
export async function listBatchForms(
  { id: renewalId, memberId, dueOn, window }: MemberRenewal,
  tx: Tx = db,
): Promise<BatchForm[]> {
  const found = await tx.reportingForm.findMany({
    relationLoadStrategy: "join",
    where: {
      memberId,
      OR: [
        { line: { batch: { renewalId } } },
        { line: null, withdrawnAt: null, signatures: { some: { voidedAt: null } } },
      ],
    },
    orderBy: [{ earnedOn: "asc" }, { id: "asc" }],
    select: formSelect,
  });
  return found.map((row) => {
    const form = formOf(row);
    const outside = refusalOfWindow(form.earnedOn, { dueOn, ...window });
    const unsigned = form.signature
      ? null
      : `“${form.title}” is not signed as it stands. Send it to your local office, or take it out.`;
    return { ...form, lineState: form.line?.state ?? null, refusal: outside ?? unsigned };
  });
}

/** Whether a line goes before staff when the batch is submitted now. */
export function isReady({ lineState, refusal }: BatchForm): boolean {
  return (lineState === "chosen" || lineState === "returned") && refusal === null;
}

/** What the batch covers with these forms, and what each of them counts. Credits are hundredths. */
export async function findCover(
  renewal: MemberRenewal,
  formIds: readonly string[],
  today: Day,
  tx: Tx = db,
) {
  const [entries, extra] = [
    await listStandingEntries(renewal.memberId, tx),
    await listAsEntries(formIds, today, tx),
  ];
  const before = standingOf(renewal, entries);
  const after = standingOf(renewal, entries, extra);
  return { cover: coverOf(before, after), lines: linesOf(after), before };
}

function coverOf(before: Standing, after: Standing): Cover {
  return {
    required: before.required,
    counted: before.counted,
    countedWith: after.counted,
    outstanding: before.outstanding,
    outstandingWith: after.outstanding,
  };
}

function linesOf({ extraLines }: Standing): ReadonlyMap<string, Line> {
  return new Map(extraLines.map((line) => [line.entryId, line]));
}

/** Whether every credential of the renewal takes credit of reporting forms, or of plain self-reports. */
export function accepts(
  { cycles }: MemberRenewal,
  source: "reporting_form" | "self_report",
): boolean {
  return cycles.every(({ version }) => version.terms.sources.includes(source));
}

/** The member's batch as step 4 shows it. */
export async function findBatch(renewal: MemberRenewal, today: Day) {
  const [forms, batch] = await Promise.all([
    listBatchForms(renewal),
    db.batch.findUnique({
      where: { renewalId: renewal.id },
      select: {
        id: true,
        version: true,
        versions: { orderBy: { number: "desc" }, take: 1, select: { submittedAt: true } },
      },
    }),
  ]);
  const counted = forms.filter((form) => form.lineState === "awaiting" || isReady(form));
  const ids = counted.map(({ id }) => id);
  const { cover, lines } = await findCover(renewal, ids, today);
  return {
    version: batch?.version ?? 0,
    submittedAt: batch?.versions[0]?.submittedAt ?? null,
    state: stateOfBatch(forms.flatMap(({ lineState }) => lineState ?? [])),
    forms: forms.map((form) => ({ ...form, effect: lines.get(form.id) ?? null })),
    cover,
  };
}

export type MemberBatch = Awaited<ReturnType<typeof findBatch>>;
