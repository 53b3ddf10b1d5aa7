import { randomUUID } from "node:crypto";
import { startSession } from "@/lib/accounts/commands";
import { hashPassword } from "@/lib/accounts/password";
import { db } from "@/lib/db";
import type { MemberActor } from "@/lib/members/rules";

export const PASSWORD = "correct horse battery";

type Told = { password?: string | null; professionName?: string | null; retiredAt?: Date };

/** A member who signs in with PASSWORD, and whose identifiers are nobody else's. */
export async function anAccount({ password = PASSWORD, ...told }: Told = {}) {
  const own = randomUUID().slice(0, 8);
  return db.member.create({
    data: {
      memberNumber: `N${own}`,
      username: `user-${own}`,
      email: `Member.${own}@example.org`,
      firstName: "Ada",
      lastName: "Example",
      createdAt: new Date(),
      passwordHash: password === null ? null : await hashPassword(password),
      ...told,
    },
  });
}

export function actorOf({ id }: { id: string }): MemberActor {
  return { memberId: id, door: "web", roles: [] };
}

export function aSession({ id }: { id: string }, now: Date = new Date()) {
  return db.$transaction((tx) => startSession(tx, id, now));
}

/** An address that no other test tries from. */
export const anAddress = () => `address-${randomUUID()}`;
