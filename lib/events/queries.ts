import "server-only";
import { dayOf, todayIn } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { searchPatterns } from "@/lib/directory/rules";
import { type EventState, eventState } from "@/lib/events/rules";
import type { EventList, EventSort } from "@/lib/events/schema";
import { isId } from "@/lib/ids";
import { type SqlOrder, sqlOrder } from "@/lib/sql-order";
import { Prisma } from "@/prisma/generated/client";

const EVENTS_A_PAGE = 25;

type Listed = {
  id: string;
  code: string;
  title: string;
  place: string;
  activityType: string;
  timeZone: string;
  firstOn: Date | null;
  lastOn: Date | null;
  endsAt: Date | null;
  registrations: number;
  waiting: number;
};

// Those without days are coming, some time.
const LAST_DAY = ["coalesce(e.last_on, 'infinity')", "e.id"];
const TITLE = [`(e.title COLLATE "und-x-icu")`, "e.id"];

const ORDERS: Record<EventSort, SqlOrder> = {
  newest: sqlOrder(LAST_DAY, "DESC"),
  oldest: sqlOrder(LAST_DAY),
  title: sqlOrder(TITLE),
  "title-back": sqlOrder(TITLE, "DESC"),
};

/**
 * A page of all events, the latest last day first and those without days before them where no other
 * order is asked; `after` is the last event of the page before.
 */
export async function listEvents(
  { q, type, year, state, sort = "newest", after }: EventList,
  now: Date,
) {
  const order = ORDERS[sort];
  const conditions = [
    ...searchPatterns(q).map(
      (pattern) =>
        Prisma.sql`search_fold(' ' || e.title || ' ' || e.code || ' ' || e.place) LIKE search_fold(${pattern})`,
    ),
    type ? Prisma.sql`e.activity_type = ${type}` : null,
    year
      ? Prisma.sql`e.last_on BETWEEN ${`${year}-01-01`}::date AND ${`${year}-12-31`}::date`
      : null,
    state ? inState(state, now) : null,
    after
      ? order.isPast(Prisma.sql`SELECT ${order.key} FROM events e WHERE e.id = ${after}::uuid`)
      : null,
  ].filter((condition) => condition !== null);
  const found = await db.$queryRaw<Listed[]>`
    WITH page AS (
      SELECT e.* FROM events e
        WHERE ${conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`}
        ORDER BY ${order.by} LIMIT ${EVENTS_A_PAGE + 1}),
    waiting AS (
      SELECT r.event_id, count(DISTINCT r.id)::int AS waiting
        FROM registration_days d JOIN registrations r ON r.id = d.registration_id
        JOIN members m ON m.id = r.member_id
        WHERE d.confirmed_at IS NULL AND d.withdrawn_at IS NULL AND m.merged_into_id IS NULL GROUP BY r.event_id)
    SELECT e.id, e.code, e.title, e.place, e.activity_type AS "activityType",
           e.time_zone AS "timeZone", e.first_on AS "firstOn", e.last_on AS "lastOn", e.ends_at AS "endsAt",
           (SELECT count(*)::int FROM registrations r WHERE r.event_id = e.id) AS registrations,
           coalesce(w.waiting, 0) AS waiting
      FROM page e LEFT JOIN waiting w ON w.event_id = e.id ORDER BY ${order.by}`;
  const events = found.slice(0, EVENTS_A_PAGE).map((event) => plain(event, now));
  return {
    events,
    next: found.length > EVENTS_A_PAGE ? (events.at(-1)?.id ?? null) : null,
  };
}

/** As `eventState` says, in the event's own zone. */
function inState(state: EventState, now: Date): Prisma.Sql {
  const began = Prisma.sql`e.first_on <= (${now}::timestamptz AT TIME ZONE e.time_zone)::date`;
  if (state === "ended") return Prisma.sql`e.ends_at <= ${now}`;
  if (state === "running") return Prisma.sql`(e.ends_at > ${now} AND ${began})`;
  return Prisma.sql`(e.ends_at IS NULL OR (e.ends_at > ${now} AND NOT ${began}))`;
}

function plain<Told extends Pick<Listed, "firstOn" | "lastOn" | "endsAt" | "timeZone">>(
  { firstOn, lastOn, ...event }: Told,
  now: Date,
) {
  const first = firstOn && dayOf(firstOn);
  const state = eventState(
    { firstOn: first, endsAt: event.endsAt },
    todayIn(event.timeZone, now),
    now,
  );
  return { ...event, firstOn: first, lastOn: lastOn && dayOf(lastOn), state };
}

/** The choices of the list's filters. */
export async function listEventFilters() {
  const [types, years] = await Promise.all([
    listActivityTypes(),
    db.$queryRaw<{ year: number }[]>`
      SELECT DISTINCT extract(year FROM last_on)::int AS year FROM events
        WHERE last_on IS NOT NULL ORDER BY year DESC`,
  ]);
  return { types, years: years.map(({ year }) => year) };
}

export async function listActivityTypes(): Promise<string[]> {
  const found = await db.activityType.findMany({
    orderBy: { name: "asc" },
    select: { name: true },
  });
  return found.map(({ name }) => name);
}

/** All types of credit; an amount is in steps of `increment`, hundredths. */
export function listCreditTypes() {
  return db.creditType.findMany({
    orderBy: { name: "asc" },
    select: { name: true, increment: true },
  });
}

/** One event as staff set it up; null when there is none. Amounts are hundredths. */
export async function findSetUp(id: string, tx: Tx = db) {
  if (!isId(id)) return null;
  const found = await tx.event.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: {
      id: true,
      version: true,
      code: true,
      title: true,
      activityTypeName: true,
      learningFormat: true,
      timeZone: true,
      place: true,
      creditTypeName: true,
      accreditationStatement: true,
      firstOn: true,
      lastOn: true,
      endsAt: true,
      creditType: { select: { name: true, increment: true } },
      days: {
        orderBy: { day: "asc" },
        select: {
          id: true,
          day: true,
          title: true,
          starts: true,
          ends: true,
          endsAt: true,
          maximum: true,
          _count: { select: { registrations: true } },
        },
      },
      designations: {
        orderBy: [{ creditTypeName: "asc" }, { audience: "asc" }],
        select: {
          id: true,
          creditTypeName: true,
          audience: true,
          maximum: true,
          approvalNumber: true,
          statement: true,
          creditType: { select: { name: true, increment: true, physiciansOnly: true } },
        },
      },
    },
  });
  if (!found) return null;
  return {
    ...found,
    firstOn: found.firstOn && dayOf(found.firstOn),
    lastOn: found.lastOn && dayOf(found.lastOn),
    days: found.days.map(({ _count, ...day }) => ({
      ...day,
      day: dayOf(day.day),
      registrations: _count.registrations,
    })),
  };
}

export type SetUp = NonNullable<Awaited<ReturnType<typeof findSetUp>>>;
export type SetUpDay = SetUp["days"][number];
export type SetUpDesignation = SetUp["designations"][number];

/** Who changed the event, a day or a designation of it last; null: nobody on record. */
export async function findLastChange({ id, days, designations }: SetUp, tx: Tx) {
  const parts = [...days, ...designations].map((part) => part.id);
  return tx.auditEntry.findFirst({
    where: {
      OR: [
        { subject: "event", subjectId: id },
        { subject: { in: ["event day", "designation"] }, subjectId: { in: parts } },
      ],
    },
    orderBy: { sequence: "desc" },
    select: { at: true, actorId: true },
  });
}
