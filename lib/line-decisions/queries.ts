import "server-only";
import { findCover } from "@/lib/batches/queries";
import { coverWords, stateOfBatch } from "@/lib/batches/rules";
import { todayIn } from "@/lib/calendar";
import { db } from "@/lib/db";
import { searchConditions } from "@/lib/directory/queries";
import { isId } from "@/lib/ids";
import { fullName } from "@/lib/members/rules";
import { findAnyRenewal } from "@/lib/renewals/queries";
import { formOf, formSelect } from "@/lib/reporting-forms/queries";
import type { ReviewQueue } from "@/lib/reviews/schema";
import { findSettings } from "@/lib/settings/queries";
import { sqlOrder } from "@/lib/sql-order";
import { Prisma } from "@/prisma/generated/client";

const BATCHES_A_PAGE = 50;

type Row = {
  id: string;
  since: Date;
  awaiting: number;
  credits: number;
  version: number;
  /** Of the lines. */
  formats: string[];
  firstName: string;
  lastName: string;
  memberNumber: string | null;
};

type Filters = Pick<ReviewQueue, "q" | "format"> & Partial<Pick<ReviewQueue, "sort">>;

const SUBMITTED = ["w.since", "w.id"];
const ORDERS = { oldest: sqlOrder(SUBMITTED), newest: sqlOrder(SUBMITTED, "DESC") };

/** Batches with lines that await a decision, by when they were submitted; `after` is the last of the page before. */
export async function listBatchesToReview(
  after: string | null,
  { q, format, sort = "oldest" }: Filters = { q: "", format: "" },
) {
  const order = ORDERS[sort];
  const conditions = [
    ...searchConditions(q),
    ...(format ? [Prisma.sql`${format} = ANY(w.formats)`] : []),
    ...(after ? [order.isPast(placeOf(after))] : []),
  ];
  const found = await db.$queryRaw<Row[]>`
    WITH waiting AS (
      SELECT l.batch_id AS id, min(l.awaits_since) AS since, count(*)::int AS awaiting,
             sum(f.credits)::int AS credits, array_agg(DISTINCT f.format) AS formats
        FROM batch_lines l JOIN reporting_forms f ON f.id = l.form_id
        WHERE l.awaits_since IS NOT NULL GROUP BY l.batch_id)
    SELECT w.*, b.version, m.first_name AS "firstName", m.last_name AS "lastName", m.member_number AS "memberNumber"
      FROM waiting w
      JOIN batches b ON b.id = w.id
      JOIN renewals r ON r.id = b.renewal_id
      JOIN members m ON m.id = r.member_id
      WHERE ${Prisma.join([Prisma.sql`true`, ...conditions], " AND ")}
      ORDER BY ${order.by} LIMIT ${BATCHES_A_PAGE + 1}`;
  const batches = found.slice(0, BATCHES_A_PAGE).map(({ firstName, lastName, ...batch }) => ({
    ...batch,
    member: fullName({ firstName, lastName }),
  }));
  return { batches, next: found.length > BATCHES_A_PAGE ? (batches.at(-1)?.id ?? null) : null };
}

/** The last batch of the page before may have been decided meanwhile: then its newest version dates it. */
function placeOf(after: string) {
  return Prisma.sql`
    (SELECT coalesce(min(l.awaits_since), (SELECT max(v.submitted_at) FROM batch_versions v
        WHERE v.batch_id = ${after}::uuid)) FROM batch_lines l WHERE l.batch_id = ${after}::uuid),
    ${after}::uuid`;
}

/** A batch as staff see it: its lines with what each would count, before anything is decided. */
export async function findBatchToReview(id: string, now: Date) {
  if (!isId(id)) return null;
  const found = await db.batch.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: {
      id: true,
      version: true,
      renewalId: true,
      versions: {
        orderBy: { number: "desc" },
        select: { number: true, submittedAt: true, attestation: true },
      },
      lines: { where: { submittedIn: { not: null } }, select: { form: { select: formSelect } } },
    },
  });
  const renewal = found && (await findAnyRenewal(found.renewalId));
  if (!found || !renewal) return null;
  const { timeZone } = await findSettings();
  const forms = found.lines
    .map(({ form }) => formOf(form))
    .toSorted((a, b) => (`${a.earnedOn} ${a.id}` < `${b.earnedOn} ${b.id}` ? -1 : 1));
  const awaiting = forms.filter(({ line }) => line?.state === "awaiting").map((form) => form.id);
  const { cover, lines } = await findCover(renewal, awaiting, todayIn(timeZone, now));
  return {
    id: found.id,
    version: found.version,
    versions: found.versions,
    renewal,
    state: stateOfBatch(forms.flatMap(({ line }) => line?.state ?? [])),
    forms: forms.map((form) => ({ ...form, effect: lines.get(form.id) ?? null })),
    words: coverWords(cover),
  };
}

export type ReviewedBatch = NonNullable<Awaited<ReturnType<typeof findBatchToReview>>>;
