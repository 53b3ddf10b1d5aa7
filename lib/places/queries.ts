import "server-only";
import { db } from "@/lib/db";
import { searchConditions } from "@/lib/directory/queries";
import { isId } from "@/lib/ids";
import { fullName } from "@/lib/members/rules";
import { PLACE_ORDERS } from "@/lib/places/order";
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

type ListedPlace = {
  id: string;
  firstName: string;
  lastName: string;
  memberNumber: string | null;
  number: string | null;
  source: RegistrationSource;
  registeredAt: Date;
  state: PlaceState;
  declaredAt: Date | null;
  days: number;
  open: number;
  entered: number;
  /** The record that the member's was merged into. */
  mergedIntoId: string | null;
  mergedInto: string | null;
};

/** Name and identifiers of the member, or a part of the number of the registration. */
function foundBy(q: string): Prisma.Sql[] {
  const named = searchConditions(q);
  if (named.length === 0) return [];
  const isNumbered = Prisma.sql`strpos(r.number_key, identifier_key(${q})) > 0`;
  return [Prisma.sql`(${isNumbered} OR (${Prisma.join(named, " AND ")}))`];
}

/**
 * A page of an event's registrations, by name where no other order is asked; `after` is the last of the
 * page before.
 */
export async function listPlaces(eventId: string, { q, state, sort = "name", after }: PlaceList) {
  const { inner, outer } = PLACE_ORDERS[sort];
  const conditions = [
    Prisma.sql`r.event_id = ${eventId}::uuid`,
    ...foundBy(q),
    ...(state === "waiting" ? [isWaiting] : []),
    ...(after
      ? [
          inner.isPast(Prisma.sql`SELECT ${inner.key} FROM registrations r
            JOIN members m ON m.id = r.member_id WHERE r.id = ${after}::uuid`),
        ]
      : []),
  ];
  // In order first: how a registration stands is looked up until the page is full, not of all.
  const found = await db.$queryRaw<ListedPlace[]>`
    SELECT r.id, r.number, r.source, r.registered_at AS "registeredAt", r.first_name AS "firstName", r.last_name AS "lastName",
           r.member_number AS "memberNumber", r.merged_into_id AS "mergedIntoId",
           (SELECT trim(k.first_name || ' ' || k.last_name) FROM members k
             WHERE k.id = r.merged_into_id) AS "mergedInto", s.*
      FROM (SELECT r.id, r.number, r.source, r.registered_at, m.first_name, m.last_name, m.member_number, m.merged_into_id
              FROM registrations r JOIN members m ON m.id = r.member_id
             WHERE ${Prisma.join(conditions, " AND ")} ORDER BY ${inner.by}) AS r
      CROSS JOIN LATERAL (${standing}) AS s
     WHERE ${state ? Prisma.sql`s.state = ${state}` : Prisma.sql`true`}
     ORDER BY ${outer.by} LIMIT ${PLACES_A_PAGE + 1}`;
  const places = found
    .slice(0, PLACES_A_PAGE)
    .map((place) => ({ ...place, name: fullName(place) }));
  return { places, next: found.length > PLACES_A_PAGE ? (places.at(-1)?.id ?? null) : null };
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
