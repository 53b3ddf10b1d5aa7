import type { MessageKind, Role } from "@/prisma/generated/enums";

/** Who does something, and through which door. */
export type Actor = {
  /** Null: nobody is signed in (the command line without --as, the worker, a visitor). */
  memberId: string | null;
  door: "web" | "command line" | "worker";
  roles: readonly Role[];
};

/** Somebody signed in. */
export type MemberActor = Actor & { memberId: string };

/** Whoever holds the machine: a command-line act without --as. */
export const MACHINE: Actor = { memberId: null, door: "command line", roles: [] };
export const WORKER: Actor = { memberId: null, door: "worker", roles: [] };

export const REFUSAL_OF_RETIRED =
  "Your membership is not active, so your record can be read but not changed.";

export const REFUSAL_OF_MERGED =
  "This record was merged into another and stays as it was. Change the one that was kept.";

/** Of two pairs of eyes one is somebody else's: no staff act is done on one's own record. */
export const REFUSAL_OF_OWN = "Nobody decides about their own record. Ask a colleague.";

/** Staff accounts may have no first name. */
export function fullName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`.trim();
}

/** What a member may do for the association: nothing once they are retired. */
export function rolesOf(member: {
  retiredAt: Date | null;
  roles: readonly { role: Role }[];
}): Role[] {
  return member.retiredAt ? [] : member.roles.map(({ role }) => role);
}

/** The mails that a member may switch off, in the words of My Profile. */
export const MAILS_OF_CHOICE = [
  { kind: "credits_open", label: "When an event has ended and I can enter credits" },
  {
    kind: "claim_reminder",
    label: "When I have not claimed the credits of an event that has ended",
  },
  { kind: "credits_submitted", label: "When I have submitted credits" },
  { kind: "certificate_changed", label: "When a certificate of mine has changed" },
  { kind: "entry_decided", label: "When credit that I reported has been reviewed" },
  { kind: "renewal_due", label: "When a renewal is due" },
  { kind: "cycle_ending", label: "When the cycle of a certification of mine is about to end" },
  { kind: "renewed", label: "When a credential of mine is renewed" },
  { kind: "credit_audit", label: "When a renewal of mine is audited, and what came of it" },
  { kind: "credit_audit_reminder", label: "When the documents for an audit are due within a week" },
  { kind: "form_signed", label: "When my local office has signed a CEC Reporting Form" },
  { kind: "form_returned", label: "When my local office returns a CEC Reporting Form" },
  { kind: "form_waits", label: "When a CEC Reporting Form waits for my local office to sign it" },
  { kind: "form_decided", label: "When a CEC Reporting Form that I submitted has been decided" },
  { kind: "correction_noted", label: "When a request for a correction has arrived or has a note" },
  { kind: "correction_decided", label: "When a correction that I asked for has been decided" },
] as const satisfies readonly { kind: MessageKind; label: string }[];
