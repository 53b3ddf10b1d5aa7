import type { Actor } from "@/lib/members/rules";
import type { Role } from "@/prisma/generated/enums";

/**
 * Who may do what beyond their own record, as one table. Whoever holds the machine itself (the
 * command line without --as) may do all of it; a member without a role none of it.
 */
export const MAY = {
  "sign forms": ["local_office"],
  "correct credits": ["staff", "administrator"],
  "review credit": ["staff", "administrator"],
  "set up events": ["staff", "administrator"],
  "keep members": ["staff", "administrator"],
  "follow renewals": ["staff", "administrator"],
  "import files": ["staff", "administrator"],
  "export files": ["staff", "administrator"],
  "merge members": ["administrator"],
  "remove second factors": ["administrator"],
  "change programs": ["administrator"],
  "change settings": ["administrator"],
  "hand out roles": ["administrator"],
  "change invoices": ["administrator"],
  "waive renewals": ["administrator"],
  "refund payments": ["administrator"],
  "read the audit log": ["administrator"],
  "erase personal values": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof MAY;

/** Whether an actor's roles allow an act; whose record it is about is asked elsewhere. */
export function may({ memberId, door, roles }: Actor, act: Act): boolean {
  if (memberId === null) return door === "command line";
  const allowed: readonly Role[] = MAY[act];
  return roles.some((role) => allowed.includes(role));
}

/** What a role is called on the screen and in mails. */
export const ROLE_WORDS: Record<Role, string> = {
  local_office: "Local office",
  staff: "Staff",
  administrator: "Administrator",
};

export const REFUSAL_OF_LAST_ADMINISTRATOR =
  "This is the last administrator. Make another one first.";
