import { db } from "@/lib/db";
import { type Actor, MACHINE, type MemberActor } from "@/lib/members/rules";
import { actorOf, anAccount } from "./accounts";

export async function aStaffMember(): Promise<MemberActor> {
  return { ...actorOf(await anAccount({ password: null })), roles: ["staff"] };
}

/** Those who may not do what staff do: nobody, members, a local office, the worker. */
export async function othersThanStaff(): Promise<Actor[]> {
  const member = actorOf(await anAccount({ password: null }));
  return [
    member,
    { ...member, door: "command line" },
    { ...member, roles: ["local_office"] },
    { ...MACHINE, door: "web" },
    { ...MACHINE, door: "worker" },
  ];
}

export async function anAdministrator(): Promise<MemberActor> {
  return { ...actorOf(await anAccount({ password: null })), roles: ["administrator"] };
}

/** Somebody who works here, to sign in with. */
export async function aStaffAccount(role: "staff" | "administrator" = "staff") {
  const account = await anAccount({ password: null });
  await db.roleGrant.create({ data: { memberId: account.id, role, grantedAt: new Date() } });
  return account;
}
