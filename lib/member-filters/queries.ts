import "server-only";
import { todayIn } from "@/lib/calendar";
import { db } from "@/lib/db";
import type { MemberFilters, MemberSort, MemberState } from "@/lib/member-filters/schema";
import { listProfessions } from "@/lib/members/queries";
import { listPrograms } from "@/lib/programs/queries";
import { findSettings } from "@/lib/settings/queries";
import { type SqlOrder, sqlOrder } from "@/lib/sql-order";
import { Prisma } from "@/prisma/generated/client";

const NAME = ["m.last_name", "m.first_name", "m.id"];
// As its index says it: members without a number are the last.
const NUMBER = [`(coalesce(m.member_number, U&'\\FFFF') COLLATE numbers)`, "m.id"];
const NUMBER_READS = ["m.member_number", "m.id"];
const SINCE = ["m.created_at", "m.id"];

/** The orders of staff's list of members `m`, each with an index of its own. */
export const MEMBER_ORDERS: Record<MemberSort, SqlOrder> = {
  name: sqlOrder(NAME),
  "name-back": sqlOrder(NAME, "DESC"),
  number: sqlOrder(NUMBER, "ASC", NUMBER_READS),
  "number-back": sqlOrder(NUMBER, "DESC", NUMBER_READS),
  newest: sqlOrder(SINCE, "DESC"),
  oldest: sqlOrder(SINCE),
};

const IN_STATE: Record<MemberState, Prisma.Sql> = {
  active: Prisma.sql`m.retired_at IS NULL AND m.merged_into_id IS NULL`,
  retired: Prisma.sql`m.retired_at IS NOT NULL AND m.merged_into_id IS NULL`,
  merged: Prisma.sql`m.merged_into_id IS NOT NULL`,
};

/** What holds of a member `m` whom the filters leave in the list. */
export function filterConditions({ state, profession, office, program }: MemberFilters) {
  return [
    ...(state ? [IN_STATE[state]] : []),
    ...(profession ? [Prisma.sql`m.profession = ${profession}`] : []),
    ...(office ? [Prisma.sql`m.local_office_id = ${office}::uuid`] : []),
    ...(program
      ? [
          Prisma.sql`EXISTS (SELECT FROM certifications c
            WHERE c.member_id = m.id AND c.program_code = ${program})`,
        ]
      : []),
  ];
}

/** The choices of the filters; programs by what they are called today. */
export async function listMemberFilters(now: Date) {
  const { timeZone } = await findSettings();
  const [professions, offices, programs] = await Promise.all([
    listProfessions(),
    db.localOffice.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } }),
    listPrograms(todayIn(timeZone, now)),
  ]);
  return {
    professions: professions.map((value) => ({ value, label: value })),
    offices: offices.map(({ id, name }) => ({ value: id, label: name })),
    programs: programs.map(({ code, called }) => ({ value: code, label: called.code })),
  };
}
