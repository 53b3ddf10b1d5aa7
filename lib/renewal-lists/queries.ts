import "server-only";
import { type Day, dateOf, dayOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { searchConditions } from "@/lib/directory/queries";
import { firstOf } from "@/lib/first-rows";
import { listCohortsToIssue, listJoining } from "@/lib/invoices/queries";
import { listWaitingForStaff } from "@/lib/late-credentials/queries";
import { fullName } from "@/lib/members/rules";
import { type After, earlierThan, laterThan } from "@/lib/page-after";
import { listWhere, type StandingRenewal, withStandings } from "@/lib/renewals/queries";
import type { RenewalState } from "@/lib/renewals/rules";
import type { RenewalSort } from "@/lib/renewals/schema";
import { findSettings } from "@/lib/settings/queries";
import { type SqlOrder, sqlOrder } from "@/lib/sql-order";
import { Prisma } from "@/prisma/generated/client";

const ROWS_A_PAGE = 25;
const ROWS_A_LOOK = 100;
const MOST_LOOKS = 20;
const LATE_SHOWN = 50;

type Wanted = {
  q?: string;
  state?: RenewalState;
  due?: Day;
  sort?: RenewalSort;
  after?: After | null;
};

const DUE = ["r.due_on", "r.id"];
const NAME = ["m.last_name", "m.first_name", "r.id"];

/** By names, the renewals `r` of members `m` are ordered through the names' own index. */
const ORDERS: Record<RenewalSort, SqlOrder> = {
  latest: sqlOrder(DUE, "DESC"),
  soonest: sqlOrder(DUE),
  name: sqlOrder(NAME),
  "name-back": sqlOrder(NAME, "DESC"),
};

/**
 * Renewals in a state, the latest due first where no other order is asked. Whether credits suffice is reckoned and never stored, so
 * it looks through them until a page is full; after two thousand it stops and says where to go on.
 */
export async function listRenewalsInState(wanted: Wanted, today: Day) {
  const { state, due, sort = "latest", after } = wanted;
  // What stayed with a merged record is owed by nobody.
  const reach = {
    ...reachOf(state, today),
    member: { mergedIntoId: null },
    ...(due && { dueOn: dateOf(due) }),
  };
  const named = wanted.q || !isByDue(sort) ? await listNamed(wanted, sort) : null;
  const found: StandingRenewal[] = [];
  let last = after ?? null;
  for (let nth = 0; nth < MOST_LOOKS; nth += 1) {
    const { renewals, isLast } = named
      ? await lookAt(reach, named.slice(nth * ROWS_A_LOOK, (nth + 1) * ROWS_A_LOOK))
      : await lookAfter(reach, last, sort === "soonest");
    for (const renewal of await withStandings(renewals, today)) {
      if (!state || renewal.state === state) {
        if (found.length === ROWS_A_PAGE) return { renewals: found, next: last };
        found.push(renewal);
      }
      last = { at: dateOf(renewal.dueOn), id: renewal.id };
    }
    if (isLast) return { renewals: found, next: null };
  }
  return { renewals: found, next: named?.at(-1) ?? last };
}

/**
 * The last that was looked at may belong to another state meanwhile. The keys are read alone at first:
 * with all that belongs to a renewal, PostgreSQL would gather it for every renewal before it sorts.
 */
async function lookAfter(where: Prisma.RenewalWhereInput, last: After | null, isSoonest: boolean) {
  const [past, way] = isSoonest ? ([laterThan, "asc"] as const) : ([earlierThan, "desc"] as const);
  const keys = await db.renewal.findMany({
    where: last ? { AND: [where, past("dueOn", last)] } : where,
    orderBy: [{ dueOn: way }, { id: way }],
    take: ROWS_A_LOOK,
    select: { id: true },
  });
  const ids = keys.map(({ id }) => id);
  return { renewals: await inOrder(ids, {}), isLast: ids.length < ROWS_A_LOOK };
}

async function lookAt(where: Prisma.RenewalWhereInput, named: readonly After[]) {
  const ids = named.map(({ id }) => id);
  return { renewals: await inOrder(ids, where), isLast: ids.length < ROWS_A_LOOK };
}

async function inOrder(ids: readonly string[], where: Prisma.RenewalWhereInput) {
  if (ids.length === 0) return [];
  const found = await listWhere({ ...where, id: { in: [...ids] } });
  const byId = new Map(found.map((renewal) => [renewal.id, renewal]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/**
 * As many as are looked through at most, of members whose names and identifiers hold every word that was
 * typed. Materialized: by the order of the renewals, rare names are found after reading all of them.
 */
async function listNamed({ q, due, after }: Wanted, sort: RenewalSort): Promise<After[]> {
  const order = ORDERS[sort];
  const patterns = searchConditions(q ?? "");
  const kept = Prisma.raw(patterns.length > 0 ? "MATERIALIZED" : "NOT MATERIALIZED");
  const conditions = [
    ...(due ? [Prisma.sql`r.due_on = ${due}::date`] : []),
    ...(after ? [order.isPast(placeOf(after, sort))] : []),
  ];
  return db.$queryRaw<After[]>`
    WITH named AS ${kept} (
      SELECT m.id, m.last_name, m.first_name FROM members m WHERE ${Prisma.join([Prisma.sql`true`, ...patterns], " AND ")})
    SELECT r.due_on AS at, r.id FROM named m JOIN renewals r ON r.member_id = m.id
     WHERE ${Prisma.join([Prisma.sql`true`, ...conditions], " AND ")}
     ORDER BY ${order.by} LIMIT ${ROWS_A_LOOK * MOST_LOOKS}`;
}

function isByDue(sort: RenewalSort): boolean {
  return sort === "latest" || sort === "soonest";
}

function placeOf({ at, id }: After, sort: RenewalSort): Prisma.Sql {
  if (isByDue(sort)) return Prisma.sql`${dayOf(at)}::date, ${id}::uuid`;
  return Prisma.sql`SELECT ${ORDERS[sort].key} FROM renewals r JOIN members m ON m.id = r.member_id
    WHERE r.id = ${id}::uuid`;
}

/** As far as the database can tell a state by itself. */
function reachOf(state: RenewalState | undefined, today: Day): Prisma.RenewalWhereInput {
  const day = dateOf(today);
  if (!state) return {};
  if (state === "renewed") return { renewedAt: { not: null } };
  if (state === "lapsed") return { renewedAt: null, lapsesOn: { lte: day } };
  return { renewedAt: null, OR: [{ lapsesOn: null }, { lapsesOn: { gt: day } }] };
}

/** The due dates that there are renewals for, the latest first. */
export async function listDueDates(): Promise<Day[]> {
  const found = await db.renewal.findMany({
    distinct: ["dueOn"],
    orderBy: { dueOn: "desc" },
    take: 40,
    select: { dueOn: true },
  });
  return found.map(({ dueOn }) => dayOf(dueOn));
}

/**
 * Credentials that came after their renewal was invoiced and wait for staff: it is paid or changed. The
 * first of them, and how many more there are.
 */
export async function listLateCredentials(today: Day) {
  const { invoiceDaysBefore } = await findSettings();
  const cohorts = await listCohortsToIssue(invoiceDaysBefore, today);
  const joining = cohorts.length === 0 ? [] : await listJoining(cohorts);
  // After an import they may be thousands, most of which the worker sees to within the hour.
  const waiting = await listWaitingForStaff(joining.map(({ renewalId }) => renewalId));
  const late = joining.filter(({ renewalId }) => waiting.has(renewalId));
  const { shown, more } = firstOf(late, LATE_SHOWN);
  const renewals = await db.renewal.findMany({
    where: { id: { in: shown.map(({ renewalId }) => renewalId) } },
    select: { id: true, member: { select: { firstName: true, lastName: true } } },
  });
  const names = new Map(renewals.map(({ id, member }) => [id, fullName(member)]));
  const named = shown.map(({ cycleId, renewalId, cohort }) => {
    return { cycleId, renewalId, code: cohort.code, member: names.get(renewalId) ?? "" };
  });
  return { shown: named, more };
}
