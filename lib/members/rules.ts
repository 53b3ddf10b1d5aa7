import type { Role } from "@/prisma/generated/enums";

/** Who does something, and through which door. */
export type Actor = {
  /** Null: nobody is signed in (the command line without --as, the worker, a visitor). */
  memberId: string | null;
  door: "web" | "command line" | "worker";
  roles: readonly Role[];
};

/** Somebody signed in. */
export type MemberActor = Actor & { memberId: string };

export const VISITOR: Actor = { memberId: null, door: "web", roles: [] };
export const WORKER: Actor = { memberId: null, door: "worker", roles: [] };

export function fullName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`;
}

/** Staff acts: staff and administrators, and whoever holds the machine itself (the command line without --as). */
export function mayActAsStaff({ memberId, door, roles }: Actor): boolean {
  if (memberId === null) return door === "command line";
  return roles.includes("staff") || roles.includes("administrator");
}
