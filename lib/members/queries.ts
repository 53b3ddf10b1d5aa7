import "server-only";
import { db, type Tx } from "@/lib/db";
import { type Actor, rolesOf } from "@/lib/members/rules";
import type { Role } from "@/prisma/generated/enums";

/** The key of an identifier as typed; identifier_key() in the database is the only place that folds. */
export async function findKey(typed: string): Promise<string> {
  const [found] = await db.$queryRaw<{ key: string }[]>`SELECT identifier_key(${typed}) AS key`;
  if (!found) throw new Error("identifier_key() gave no row");
  return found.key;
}

/** The member whom an e-mail address, username or member number belongs to. */
export async function findMemberId(typed: string): Promise<string | null> {
  const key = await findKey(typed);
  const found = await db.identifier.findUnique({ where: { key }, select: { memberId: true } });
  return found?.memberId ?? null;
}

/** Who a command-line act is done as (--as EMAIL); null when nobody is known by that. */
export async function findCommandLineActor(typed: string): Promise<Actor | null> {
  const memberId = await findMemberId(typed);
  if (!memberId) return null;
  return { memberId, door: "command line", roles: await findRoles(memberId) };
}

/** The roles that a member has now. */
export async function findRoles(memberId: string): Promise<Role[]> {
  const member = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    relationLoadStrategy: "join",
    select: { retiredAt: true, roles: { select: { role: true } } },
  });
  return rolesOf(member);
}

/** What My Profile shows of its member. */
export function findMember(memberId: string) {
  return db.member.findUnique({
    where: { id: memberId },
    relationLoadStrategy: "join",
    select: {
      memberNumber: true,
      username: true,
      email: true,
      firstName: true,
      lastName: true,
      suffix: true,
      professionName: true,
      phone: true,
      address: true,
      retiredAt: true,
      localOffice: { select: { name: true } },
      mutedMessages: { select: { kind: true } },
    },
  });
}

export async function listProfessions(): Promise<string[]> {
  const found = await db.profession.findMany({ orderBy: { name: "asc" }, select: { name: true } });
  return found.map(({ name }) => name);
}

/** How a member is reached. */
export function findContact(memberId: string, tx: Tx = db) {
  return tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { firstName: true, email: true, phone: true, address: true },
  });
}

export async function isMemberRetired(memberId: string): Promise<boolean> {
  const where = { id: memberId, retiredAt: { not: null } };
  return (await db.member.count({ where })) > 0;
}
