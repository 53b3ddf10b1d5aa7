import type { MessageKind } from "@/prisma/generated/enums";

export type { MessageKind };

/** What a template makes. */
export type Letter = { subject: string; text: string };

/** Who writes: values of the settings. */
export type Association = {
  associationName: string;
  shortName: string;
  creditsEmail: string;
  membershipEmail: string;
};

const security: readonly MessageKind[] = [
  "password_reset",
  "password_changed",
  "email_changed",
  "role_granted",
  "members_merged",
  "second_factor_changed",
];
const money: readonly MessageKind[] = ["payment_received", "payment_refunded"];

/**
 * Whether a member may switch this kind off. Who loses control of an account, or whose money moves,
 * must hear of it.
 */
export function canBeMuted(kind: MessageKind): boolean {
  return !security.includes(kind) && !money.includes(kind);
}

export function paragraphs(parts: string[]): string {
  return `${parts.join("\n\n")}\n`;
}

/** A mail to a member ends with whom to ask and who writes. */
export function signed(association: Association, contact: string, parts: string[]): string {
  return paragraphs([...parts, `Questions? Write to ${contact}.`, association.associationName]);
}

type Fate = { sentAt: Date | null; unknownAt: Date | null; failedAt: Date | null };

/** What became of a mail, in words. */
export function wordsForFate({ sentAt, unknownAt, failedAt }: Fate): string {
  if (sentAt) return "Sent";
  if (failedAt) return "Not delivered";
  return unknownAt ? "Handed over, answer unknown" : "Waiting";
}
