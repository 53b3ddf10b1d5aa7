import { findCommandLineActor, findMemberId } from "@/lib/members/queries";
import type { Actor, MemberActor } from "@/lib/members/rules";

/** A member of the demo, as if signed in. */
export async function findMemberActor(memberNumber: string): Promise<MemberActor> {
  const memberId = await findMemberId(memberNumber);
  if (!memberId) throw new Error(`There is no member ${memberNumber}.`);
  return { memberId, door: "web", roles: [] };
}

/** One of the demo's staff, by login. */
export async function findStaffActor(email: string): Promise<Actor> {
  const actor = await findCommandLineActor(email);
  if (!actor) throw new Error(`The demo has no ${email}.`);
  return actor;
}
