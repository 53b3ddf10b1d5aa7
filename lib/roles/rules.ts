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

type SignedIn = { memberId: string; roles: readonly Role[]; lacksFactor: boolean };

const ACTS = Object.keys(MAY) as Act[];

/** Where somebody works beyond their own record: the admin panel is for every act but an office's. */
export function desksOf(viewer: SignedIn | null): ("/admin" | "/office")[] {
  if (!viewer) return [];
  const acts = ACTS.filter((act) => may({ ...viewer, door: "web" }, act));
  // Whose roles wait for a second factor is led from the panel to where it is set up.
  const isStaff = viewer.lacksFactor || acts.some((act) => act !== "sign forms");
  const isOfficer = acts.includes("sign forms");
  return [...(isStaff ? ["/admin" as const] : []), ...(isOfficer ? ["/office" as const] : [])];
}

/** Where a sign-in leads when no page was asked for: to one's work, or else to one's own record. */
export function firstPage(viewer: SignedIn | null): "/admin" | "/office" | "/account" {
  return desksOf(viewer)[0] ?? "/account";
}

/** What a role is called on the screen and in mails. */
export const ROLE_WORDS: Record<Role, string> = {
  local_office: "Local office",
  staff: "Staff",
  administrator: "Administrator",
};

export const REFUSAL_OF_LAST_ADMINISTRATOR =
  "This is the last administrator. Make another one first.";
