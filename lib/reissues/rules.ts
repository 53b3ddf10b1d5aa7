import { formatDays, formatInstant, formatLongDay } from "@/lib/calendar";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { certificateLines } from "@/lib/certificates/wording";
import { printCredits } from "@/lib/credits/amount";

/** One thing that a version states, beside what the next one would state of it. */
export type Stated = { name: string; from: string; to: string };

/** What a certificate states now, and what its next version would state from the record. */
export type Reissue = {
  number: string;
  /** The latest version. */
  version: number;
  issuedAt: Date;
  /** False: it was revoked, and another version makes the certificate hold again. */
  isActive: boolean;
  /** What a reader looks for first, and whatever else would differ. */
  stated: readonly Stated[];
  /** Of what the next version would state: somebody may change it while it is looked at. */
  seen: string;
};

/** Who is named and what for stands there in any case; the rest where it differs. */
export function statedBeside(was: CertificateFacts, becomes: CertificateFacts): Stated[] {
  const after = linesOf(becomes);
  return linesOf(was).flatMap(({ name, says, isAlways }, place) => {
    const to = after[place]?.says ?? "";
    return isAlways || says !== to ? [{ name, from: says, to }] : [];
  });
}

export function changesOf(stated: readonly Stated[]): Stated[] {
  return stated.filter(({ from, to }) => from !== to);
}

/** All that a version prints, in its order; number, version and date of issue are each version's own. */
export function linesOf(facts: CertificateFacts) {
  const { dates, kind, format, place, provider, logo, paper } = facts;
  const isRenewal = kind === "renewal";
  const lines = certificateLines(facts);
  const always = (name: string, says: string) => ({ name, says, isAlways: true });
  const where = (name: string, says: string) => ({ name, says: says || "none", isAlways: false });
  return [
    where("Certificate", lines.heading),
    always("Name", lines.name),
    always(isRenewal ? "Credentials" : "Title", lines.title),
    always(
      isRenewal ? "Renewed for" : "Dates",
      isRenewal
        ? `${formatLongDay(dates.first)} to ${formatLongDay(dates.last)}`
        : formatDays(dates.first, dates.last),
    ),
    { ...always("Credits", creditsOf(facts)), isAlways: !isRenewal },
    where("Days", lines.days.join("\n")),
    {
      ...where("Statements", lines.statements.map(({ text }) => text).join("\n")),
      isAlways: !isRenewal,
    },
    where("Approval", lines.statements.map(({ heading }) => heading).join("\n")),
    where("Accreditation", lines.accreditation),
    where("Learning format", format),
    where("Place", place),
    where("Provider", provider),
    where("Signatory", [lines.signatory.name, lines.signatory.title].filter(Boolean).join(", ")),
    where("Logo", logo ? `Picture ${logo.slice(0, 8)}` : "The seal"),
    where("Paper", paper),
  ];
}

function creditsOf({ kind, total, creditType }: CertificateFacts): string {
  if (kind === "renewal") return "";
  return `${printCredits(total)} ${kind === "credit" ? creditType : "hours of participation"}`;
}

/** Whether a request asks for what the latest version states by now: it was issued since. */
export function isAnsweredSince(
  { issuedAt, isActive, stated }: Pick<Reissue, "issuedAt" | "isActive" | "stated">,
  requestedAt: Date,
): boolean {
  return isActive && issuedAt > requestedAt && changesOf(stated).length === 0;
}

/** Why another version would serve nothing; null when it would. */
export function refusalToReissue({
  version,
  isActive,
  stated,
}: Pick<Reissue, "version" | "isActive" | "stated">): string | null {
  if (!isActive || changesOf(stated).length > 0) return null;
  return `Version ${version} states what is on record, so another version would say the same. Change the record first.`;
}

/** What to say when a colleague was quicker; null when what was looked at still stands. */
export function refusalOfMoved(
  now: Pick<Reissue, "version" | "seen">,
  looked: { version: number; seen: string },
): string | null {
  if (now.version !== looked.version) {
    return `The certificate is at version ${now.version} by now. Look at it and decide again.`;
  }
  if (now.seen !== looked.seen) {
    return "What the next version would state was changed meanwhile. Look at it and decide again.";
  }
  return null;
}

/** What the member is told of the certificate that answers the request. */
export function wordsForAnswer(
  issued: { version: number; isNew: boolean; issuedAt: Date },
  timeZone: string,
): string {
  return issued.isNew
    ? "Your certificate has a new version, which replaces the one you may have downloaded:"
    : `Version ${issued.version} of your certificate, issued on ${formatInstant(issued.issuedAt, timeZone)}, states it:`;
}
