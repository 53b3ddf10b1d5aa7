import { formatInstant } from "@/lib/calendar";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { fullName } from "@/lib/members/rules";
import type { CorrectionDecision } from "@/prisma/generated/enums";

export type RequestState = "open" | CorrectionDecision;

/** How a request stands. */
export function stateOfRequest({
  decision,
}: {
  decision: CorrectionDecision | null;
}): RequestState {
  return decision ?? "open";
}

/** Why a second request about the same thing is not taken. */
export function wordsForOpenRequest(requestedAt: Date, timeZone: string): string {
  return `You asked for this on ${formatInstant(requestedAt, timeZone)}, and it is still open. Add a note there.`;
}

export type Decided = {
  decision: CorrectionDecision | null;
  decidedAt: Date | null;
  decidedBy: { firstName: string; lastName: string } | null;
};

/** "Ann Doe declined this request on 3 May 2026, 10:00 Berlin time."; null while it is open. */
export function wordsForDecision(decided: Decided, timeZone: string): string | null {
  const { decision, decidedAt, decidedBy } = decided;
  if (!decision || !decidedAt) return null;
  const when = formatInstant(decidedAt, timeZone);
  if (!decidedBy) return `This request was ${decision} on ${when}.`;
  return `${fullName(decidedBy)} ${decision} this request on ${when}.`;
}

/** What a request is about, as lists and mails call it. */
export function subjectOf(request: {
  certificateNumber: string | null;
  registration: { event: { title: string } } | null;
  entry: { title: string } | null;
  /** Named by what its certificate says. */
  renewal: { certificate: { versions: readonly { facts: unknown }[] } | null } | null;
}): { title: string; kind: "claim" | "certificate" | "entry" | "renewal" } {
  const { registration, entry, renewal, certificateNumber } = request;
  if (renewal) {
    const facts = renewal.certificate?.versions[0]?.facts as CertificateFacts | undefined;
    return { title: `Renewal: ${facts?.title ?? ""}`, kind: "renewal" };
  }
  const title = registration?.event.title ?? entry?.title ?? "";
  if (entry) return { title, kind: "entry" };
  return { title, kind: certificateNumber ? "certificate" : "claim" };
}
