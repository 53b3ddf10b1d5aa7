import type { Role } from "@/prisma/generated/enums";

/** A code is good for half a minute (RFC 6238). */
export const SECONDS_A_STEP = 30;

export const RECOVERY_CODES = 10;
export const RECOVERY_LENGTH = 16;
/** Without letters that look like figures: 32 of them, 5 bits each. */
export const RECOVERY_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** After the password there is this long to enter the code. */
export const MINUTES_FOR_CODE = 10;

/** A secret that nobody has confirmed for so long is forgotten: who finds the session later can't. */
const MINUTES_FOR_SETUP = 30;

/** Set-ups begun after this instant can still be confirmed. */
export function setupsSince(now: Date): Date {
  return new Date(now.getTime() - MINUTES_FOR_SETUP * 60_000);
}

export const REFUSAL_OF_CODE =
  "This code is wrong, or was used already. Enter the one that the app shows now.";

export const REFUSAL_TO_REMOVE =
  "The association asks its staff for a second factor, so it stays. After losing a device, ask an administrator.";

/** The digits of a one-time code, however they were grouped; null: it is none. */
export function digitsOf(typed: string): string | null {
  const digits = typed.replaceAll(/[\s-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** Base32 in groups of four, for typing. */
export function groupsOf(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}

/** The roles that a second factor may be asked for. */
const GUARDED: readonly Role[] = ["staff", "administrator"];

/** What is left of somebody's roles until they have a second factor, where staff are asked for one. */
export function rolesWithoutFactor(roles: readonly Role[]): Role[] {
  return roles.filter((role) => !GUARDED.includes(role));
}
