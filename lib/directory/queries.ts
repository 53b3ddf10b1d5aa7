import "server-only";
import { findStandings } from "@/lib/allocations/queries";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db";
import { listNumbered } from "@/lib/directory/numbers";
import { searchPatterns } from "@/lib/directory/rules";
import { isId } from "@/lib/ids";
import { filterConditions, MEMBER_ORDERS } from "@/lib/member-filters/queries";
import type { MemberFilters, MemberSort } from "@/lib/member-filters/schema";
import { fullName } from "@/lib/members/rules";
import type { SqlOrder } from "@/lib/sql-order";
import { Prisma } from "@/prisma/generated/client";

const MEMBERS_A_PAGE = 25;

type Found = {
  id: string;
  firstName: string;
  lastName: string;
  suffix: string;
  memberNumber: string | null;
  email: string;
  retiredAt: Date | null;
  createdAt: Date;
  office: string | null;
  /** The record that it was merged into, and whose that is. Null: not merged. */
  keptId: string | null;
  keptName: string | null;
};

/** More than these are not sorted to find the first of them. */
const MOST_SORTED = 12_000;

/**
 * A page of the members whose names and identifiers hold every word that was typed, or who have the
 * certificate or registration of that number, and whom the filters leave, by name where no other order
 * is asked; `after` is the last member of the page before.
 */
export async function searchMembers(
  typed: string,
  after: string | null,
  { sort = "name", ...filters }: MemberFilters & { sort?: MemberSort } = {},
) {
  const order = MEMBER_ORDERS[sort];
  const past = after
    ? order.isPast(Prisma.sql`SELECT ${order.key} FROM members m WHERE m.id = ${after}::uuid`)
    : Prisma.sql`true`;
  const narrower = [...(await foundBy(typed)), ...filterConditions(filters)];
  const matching = Prisma.join([past, ...narrower], " AND ");
  const found =
    (narrower.length > 0 && (await findAmongFew(matching, order))) ||
    (await findInOrder(matching, order));
  const page = found.slice(0, MEMBERS_A_PAGE);
  return {
    members: page.map((member) => ({ ...member, name: fullName(member) })),
    next: found.length > MEMBERS_A_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

/** What holds of a member `m` whose names and identifiers have every word that was typed. */
export function searchConditions(typed: string): Prisma.Sql[] {
  return searchPatterns(typed).map(
    (pattern) => Prisma.sql`m.search_key LIKE search_fold(${pattern})`,
  );
}

/** The same, or having the certificate or registration of the number that was typed. */
async function foundBy(typed: string): Promise<Prisma.Sql[]> {
  const named = searchConditions(typed);
  const numbered = named.length > 0 ? await listNumbered(typed) : [];
  if (numbered.length === 0) return named;
  return [Prisma.sql`(m.id = ANY(${numbered}::uuid[]) OR (${Prisma.join(named, " AND ")}))`];
}

/** Null: too many match, and going through them by name finds the first sooner. */
async function findAmongFew(matching: Prisma.Sql, order: SqlOrder): Promise<Found[] | null> {
  const found = await db.$queryRaw<(Found & { matches: number })[]>`
    WITH few AS MATERIALIZED (
      SELECT ${order.reads} FROM members m WHERE ${matching} LIMIT ${MOST_SORTED + 1}),
    first AS (SELECT m.id FROM few m ${first(order)})
    SELECT ${shown}, (SELECT count(*)::int FROM few) AS matches
      FROM first JOIN members m USING (id) ${beside}
      ${first(order)}`;
  return (found[0]?.matches ?? 0) > MOST_SORTED ? null : found;
}

function findInOrder(matching: Prisma.Sql, order: SqlOrder) {
  return db.$queryRaw<Found[]>`
    SELECT ${shown} FROM members m ${beside}
      WHERE ${matching} ${first(order)}`;
}

const shown = Prisma.sql`m.id, m.first_name AS "firstName", m.last_name AS "lastName", m.suffix,
  m.member_number AS "memberNumber", m.email, m.retired_at AS "retiredAt", m.created_at AS "createdAt", o.name AS office,
  k.id AS "keptId", trim(k.first_name || ' ' || k.last_name) AS "keptName"`;

const beside = Prisma.sql`LEFT JOIN local_offices o ON o.id = m.local_office_id
  LEFT JOIN members k ON k.id = m.merged_into_id`;

function first({ by }: SqlOrder) {
  return Prisma.sql`ORDER BY ${by} LIMIT ${MEMBERS_A_PAGE + 1}`;
}

/** All that staff see of one member's membership; null when there is none. */
export async function findDirectoryMember(id: string) {
  if (!isId(id)) return null;
  return db.member.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: {
      id: true,
      memberNumber: true,
      username: true,
      email: true,
      firstName: true,
      lastName: true,
      suffix: true,
      professionName: true,
      birthMonthDay: true,
      licenceState: true,
      licenceNumber: true,
      phone: true,
      address: true,
      retiredAt: true,
      mergedIntoId: true,
      createdAt: true,
      localOffice: { select: { id: true, name: true } },
      roles: { select: { role: true, office: { select: { name: true } } } },
    },
  });
}

export type DirectoryMember = NonNullable<Awaited<ReturnType<typeof findDirectoryMember>>>;

/** What the member holds, every cycle with what counts for it. */
export function findHoldings(memberId: string, today: Day) {
  return findStandings(memberId, "all", today);
}

type NameChange = { at: Date; was: string; became: string };
type Change = { from: string | null; to: string | null };

/**
 * The member's legal names, the latest change first: the audit log keeps what each change replaced,
 * until it is erased there.
 */
export async function listNameChanges(memberId: string): Promise<NameChange[]> {
  const found = await db.auditEntry.findMany({
    relationLoadStrategy: "join",
    where: {
      subject: "member",
      subjectId: memberId,
      values: { some: { name: { in: [...NAMES] } } },
    },
    orderBy: { sequence: "desc" },
    select: {
      at: true,
      values: { where: { name: { in: [...NAMES] } }, select: { name: true, value: true } },
    },
  });
  return found.flatMap(({ at, values }) => {
    const changes = values.filter(({ value }) => value && typeof value === "object");
    if (changes.length === 0) return [];
    const said = (side: keyof Change) =>
      NAMES.flatMap((name) => {
        const change = changes.find((each) => each.name === name)?.value as Change | undefined;
        return change ? [change[side] || "none"] : [];
      }).join(" ");
    return [{ at, was: said("from"), became: said("to") }];
  });
}

const NAMES = ["first_name", "last_name", "suffix"] as const;

export async function listOffices() {
  return db.localOffice.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } });
}
