import "server-only";
import { dayOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { searchConditions } from "@/lib/directory/queries";
import { isId } from "@/lib/ids";
import { fullName } from "@/lib/members/rules";
import type { After } from "@/lib/page-after";
import type { PlaceList, PlaceState } from "@/lib/places/schema";
import { Prisma } from "@/prisma/generated/client";
import type { RegistrationSource } from "@/prisma/generated/enums";

const PLACES_A_PAGE = 50;

/**
 * How a registration stands, from its days: one that waits for the association comes first, because
 * it asks for something; then what is left to claim. One that a merge left with the old record asks
 * for nothing and counts for nothing, whatever its days say.
 */
const standing = Prisma.sql`
  SELECT s.*, CASE WHEN r.merged_into_id IS NOT NULL THEN 'merged'
                   WHEN waiting > 0 THEN 'waiting' WHEN days = 0 THEN 'withdrawn'
                   WHEN open = 0 THEN 'submitted' WHEN entered > 0 THEN 'entered'
                   ELSE 'confirmed' END AS state
    FROM (SELECT count(*) FILTER (WHERE d.confirmed_at IS NULL AND d.withdrawn_at IS NULL)::int AS waiting,
                 max(d.declared_at) FILTER (WHERE d.confirmed_at IS NULL AND d.withdrawn_at IS NULL) AS "declaredAt",
                 count(*) FILTER (WHERE (d.confirmed_at IS NOT NULL AND d.withdrawn_at IS NULL)
                                     OR c.submission_id IS NOT NULL)::int AS days,
                 count(*) FILTER (WHERE d.confirmed_at IS NOT NULL AND d.withdrawn_at IS NULL
                                    AND c.submission_id IS NULL)::int AS open,
                 count(c.credits) FILTER (WHERE d.confirmed_at IS NOT NULL AND d.withdrawn_at IS NULL
                                    AND c.submission_id IS NULL)::int AS entered
            FROM registration_days d LEFT JOIN claim_days c USING (registration_id, event_day_id)
           WHERE d.registration_id = r.id) AS s`;

/** What the database finds at once, however many registrations the event has. */
const isWaiting = Prisma.sql`EXISTS (SELECT FROM registration_days d WHERE d.registration_id = r.id
  AND d.confirmed_at IS NULL AND d.withdrawn_at IS NULL)`;

const byName = Prisma.sql`m.last_name, m.first_name, r.id`;

type Person = { firstName: string; lastName: string; memberNumber: string | null };

type ListedPlace = Person & {
  id: string;
  number: string | null;
  source: RegistrationSource;
  state: PlaceState;
  declaredAt: Date | null;
  days: number;
  open: number;
  entered: number;
  name: string;
  /** The record that the member's was merged into. */
  mergedIntoId: string | null;
  mergedInto: string | null;
};

/** A page of an event's registrations by name; `after` is the last of the page before. */
export async function listPlaces(eventId: string, { q, state, after }: PlaceList) {
  const conditions = [
    Prisma.sql`r.event_id = ${eventId}::uuid`,
    ...searchConditions(q),
    ...(state === "waiting" ? [isWaiting] : []),
    ...(after ? [pastPlace(after)] : []),
  ];
  // In order first: how a registration stands is looked up until the page is full, not of all.
  const found = await db.$queryRaw<ListedPlace[]>`
    SELECT r.id, r.number, r.source, r.first_name AS "firstName", r.last_name AS "lastName",
           r.member_number AS "memberNumber", r.merged_into_id AS "mergedIntoId",
           (SELECT trim(k.first_name || ' ' || k.last_name) FROM members k
             WHERE k.id = r.merged_into_id) AS "mergedInto", s.*
      FROM (SELECT r.id, r.number, r.source, m.first_name, m.last_name, m.member_number, m.merged_into_id
              FROM registrations r JOIN members m ON m.id = r.member_id
             WHERE ${Prisma.join(conditions, " AND ")} ORDER BY ${byName}) AS r
      CROSS JOIN LATERAL (${standing}) AS s
     WHERE ${state ? Prisma.sql`s.state = ${state}` : Prisma.sql`true`}
     ORDER BY r.last_name, r.first_name, r.id LIMIT ${PLACES_A_PAGE + 1}`;
  const { places, last } = pageOf(found);
  return { places, next: last?.id ?? null };
}

type WaitingPlace = Person & {
  id: string;
  event: string;
  eventId: string;
  declaredAt: Date;
  days: number;
  name: string;
};

/**
 * Members who said that they registered or changed days onsite, the longest waiting first. Whoever was
 * last on the page before may wait no longer.
 */
export async function listOnsite(event: string | undefined, after: After | null) {
  const found = await db.$queryRaw<WaitingPlace[]>`
    SELECT r.id, m.first_name AS "firstName", m.last_name AS "lastName",
           m.member_number AS "memberNumber", e.title AS event, e.id AS "eventId",
           w.declared_at AS "declaredAt", w.days
      FROM (SELECT registration_id, min(declared_at) AS declared_at, count(*)::int AS days
              FROM registration_days WHERE confirmed_at IS NULL AND withdrawn_at IS NULL
             GROUP BY registration_id) AS w
      JOIN registrations r ON r.id = w.registration_id
      JOIN members m ON m.id = r.member_id JOIN events e ON e.id = r.event_id
     WHERE m.merged_into_id IS NULL AND ${event ? Prisma.sql`e.id = ${event}::uuid` : Prisma.sql`true`}
       AND ${after ? Prisma.sql`(w.declared_at, r.id) > (${after.at}, ${after.id}::uuid)` : Prisma.sql`true`}
     ORDER BY w.declared_at, r.id LIMIT ${PLACES_A_PAGE + 1}`;
  const { places, last } = pageOf(found);
  return { places, next: last ? { at: last.declaredAt, id: last.id } : null };
}

/** One registration as staff see it; null when there is none at the event. */
export async function findPlace(eventId: string, id: string) {
  if (!isId(eventId) || !isId(id)) return null;
  const found = await db.registration.findFirst({
    relationLoadStrategy: "join",
    where: { id, eventId },
    select: {
      id: true,
      number: true,
      source: true,
      registeredAt: true,
      certificate: { select: { number: true } },
      member: {
        select: {
          id: true,
          firstName: true,
          lastName: true,
          memberNumber: true,
          email: true,
          mergedInto: { select: { id: true, firstName: true, lastName: true } },
        },
      },
      days: {
        select: {
          eventDayId: true,
          declaredAt: true,
          confirmedAt: true,
          withdrawnAt: true,
          claim: {
            select: {
              credits: true,
              submission: { select: { submittedAt: true } },
              corrections: { orderBy: { number: "desc" }, take: 1, select: { newCredits: true } },
            },
          },
        },
      },
    },
  });
  if (!found) return null;
  const { mergedInto, ...member } = found.member;
  const into = mergedInto && { id: mergedInto.id, name: fullName(mergedInto) };
  return { ...found, member, mergedInto: into, name: fullName(member) };
}

const EXCEPTIONS_SHOWN = 200;

type Exception = Person & {
  id: string;
  day: Date;
  credits: number;
  maximum: number;
  withdrawnAt: Date | null;
};

/**
 * What staff have to look at of an event: days withdrawn after they were locked, and locked amounts
 * over today's maximum. They stand as they were submitted.
 */
export async function listExceptions(eventId: string) {
  const found = await db.$queryRaw<Exception[]>`
    SELECT r.id, m.first_name AS "firstName", m.last_name AS "lastName",
           m.member_number AS "memberNumber", v.day, s.credits, v.maximum,
           d.withdrawn_at AS "withdrawnAt"
      FROM registrations r
      JOIN claim_days c ON c.registration_id = r.id AND c.submission_id IS NOT NULL
      JOIN registration_days d USING (registration_id, event_day_id)
      JOIN event_days v ON v.id = c.event_day_id
      JOIN members m ON m.id = r.member_id
     CROSS JOIN LATERAL (SELECT coalesce((SELECT o.new_credits FROM corrections o
         WHERE o.registration_id = c.registration_id AND o.event_day_id = c.event_day_id
         ORDER BY o.number DESC LIMIT 1), c.credits) AS credits) AS s
     WHERE r.event_id = ${eventId}::uuid AND m.merged_into_id IS NULL
       AND (d.withdrawn_at IS NOT NULL OR s.credits > v.maximum)
     ORDER BY ${byName}, v.day LIMIT ${EXCEPTIONS_SHOWN}`;
  return found.map(({ day, ...told }) => ({ ...told, day: dayOf(day), name: fullName(told) }));
}

/**
 * The numbers beside the links of an event's page. What a merge left with the old record is listed
 * among the registrations, and waits for nobody.
 */
export async function countPlaces(eventId: string) {
  const [found] = await db.$queryRaw<
    { registrations: number; waiting: number; unclaimed: number }[]
  >`
    SELECT count(*)::int AS registrations,
           count(*) FILTER (WHERE s.waiting > 0 AND s.state <> 'merged')::int AS waiting,
           count(*) FILTER (WHERE s.open > 0 AND s.state <> 'merged')::int AS unclaimed
      FROM (SELECT r.id, m.merged_into_id FROM registrations r JOIN members m ON m.id = r.member_id
             WHERE r.event_id = ${eventId}::uuid) AS r
      CROSS JOIN LATERAL (${standing}) AS s`;
  return found ?? { registrations: 0, waiting: 0, unclaimed: 0 };
}

function pastPlace(id: string) {
  return Prisma.sql`(${byName}) > (SELECT m.last_name, m.first_name, r.id FROM registrations r
    JOIN members m ON m.id = r.member_id WHERE r.id = ${id}::uuid)`;
}

/** `last`: after whom another page begins. */
function pageOf<Told extends Person & { id: string }>(found: Told[]) {
  const places = found
    .slice(0, PLACES_A_PAGE)
    .map((place) => ({ ...place, name: fullName(place) }));
  return { places, last: found.length > PLACES_A_PAGE ? places.at(-1) : undefined };
}
