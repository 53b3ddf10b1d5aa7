import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { searchMembers } from "@/lib/directory/queries";
import type { MemberSort } from "@/lib/member-filters/schema";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";

const own = `z${randomUUID().slice(0, 6)}`;
const DAY = 24 * 60 * 60_000;
const CYCLE = { startsOn: "2024-01-01", endsOn: "2026-12-31" };

type Told = { retiredAt?: Date; professionName?: string; mergedIntoId?: string; mergedAt?: Date };

/** Their numbers sort as numbers, and three of them are called the same and came at once. */
async function aMember(firstName: string, number: string | null, days: number, told: Told = {}) {
  return db.member.create({
    data: {
      firstName,
      lastName: own,
      memberNumber: number && `${own}-${number}`,
      email: `${own}.${randomUUID()}@example.org`,
      createdAt: new Date(Date.UTC(2026, 0, 1) + days * DAY),
      ...told,
    },
    select: { id: true },
  });
}

beforeAll(async () => {
  const professionName = own;
  await db.profession.create({ data: { name: own, physician: false } });
  const merged = { mergedAt: new Date(), retiredAt: new Date() };
  const bo = await aMember("Bo", "100", 3);
  await aMember("Al", "9", 2, { retiredAt: new Date() });
  await aMember("Cy", null, 1, { ...merged, mergedIntoId: bo.id });
  for (const number of ["21", "20", "22"]) await aMember("Di", number, 4, { professionName });
  await shippedPrograms();
  await aCertification("ACSM-CPT", [CYCLE], bo.id);
});

const told = (member: { firstName: string; memberNumber: string | null }) =>
  `${member.firstName} ${member.memberNumber?.slice(own.length + 1) ?? "none"}`;

test.each<[MemberSort, string[]]>([
  ["number", ["Al 9", "Di 20", "Di 21", "Di 22", "Bo 100", "Cy none"]],
  ["number-back", ["Cy none", "Bo 100", "Di 22", "Di 21", "Di 20", "Al 9"]],
  ["name", ["Al 9", "Bo 100", "Cy none", "Di 21", "Di 20", "Di 22"]],
  ["name-back", ["Di 22", "Di 20", "Di 21", "Cy none", "Bo 100", "Al 9"]],
  ["oldest", ["Cy none", "Al 9", "Bo 100", "Di 21", "Di 20", "Di 22"]],
  ["newest", ["Di 22", "Di 20", "Di 21", "Bo 100", "Al 9", "Cy none"]],
])("by %s, each page goes on after any of its rows", async (sort, expected) => {
  const { members } = await searchMembers(own, null, { sort });
  expect(members.map(told)).toEqual(expected);
  for (const [nth, { id }] of members.entries()) {
    const rest = await searchMembers(own, id, { sort });
    expect(rest.members.map(told)).toEqual(expected.slice(nth + 1));
  }
});

test.each([
  [{ state: "active" }, ["Bo 100", "Di 21", "Di 20", "Di 22"]],
  [{ state: "retired" }, ["Al 9"]],
  [{ state: "merged" }, ["Cy none"]],
  [{ profession: own }, ["Di 21", "Di 20", "Di 22"]],
  [{ program: "ACSM-CPT" }, ["Bo 100"]],
  [{ state: "retired", program: "ACSM-CPT" }, []],
] as const)("of %j only these are listed", async (filters, expected) => {
  const { members } = await searchMembers(own, null, filters);
  expect(members.map(told)).toEqual(expected);
});
