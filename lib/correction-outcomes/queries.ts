import "server-only";
import { dayOf, formatShortDay } from "@/lib/calendar";
import type { CertificateFacts } from "@/lib/certificates/rules";
import type { Thread } from "@/lib/correction-requests/queries";
import { printCredits } from "@/lib/credits/amount";
import { db } from "@/lib/db";
import { findCorrectable } from "@/lib/entry-corrections/queries";
import { changesOf as changesOfEntry } from "@/lib/entry-corrections/rules";
import { changesOf, type Stated, statedBeside } from "@/lib/reissues/rules";

/** What came of a request: what was changed, from what to what, and the version that states it. */
export type Outcome = {
  changes: Stated[];
  certificate: { number: string; version: number } | null;
};

/** Only what never changes is compared, so that it reads the same for ever. */
export async function findOutcome(request: Thread): Promise<Outcome> {
  if (request.decision !== "accepted") return { changes: [], certificate: null };
  const [ofEntry, answer] = await Promise.all([changesOfReplaced(request), findAnswer(request)]);
  const days = request.corrections.map(({ claimDay, oldCredits, newCredits }) => ({
    name: formatShortDay(dayOf(claimDay.registrationDay.eventDay.day)),
    from: printCredits(oldCredits),
    to: printCredits(newCredits),
  }));
  // A certificate follows its days; whatever else it states otherwise is told beside them.
  const stated = (answer?.changes ?? []).filter(
    ({ name }) => days.length === 0 || (name !== "Credits" && name !== "Days"),
  );
  return { changes: [...days, ...ofEntry, ...stated], certificate: answer?.certificate ?? null };
}

/** Of the entry that came in place of another. */
async function changesOfReplaced({ entryCorrections }: Thread): Promise<Stated[]> {
  const [corrected] = entryCorrections;
  if (!corrected?.entry.replacesId) return [];
  const [was, is] = await Promise.all([
    findCorrectable(corrected.entry.replacesId),
    findCorrectable(corrected.entryId),
  ]);
  return was && is ? changesOfEntry(was.facts, is.facts) : [];
}

/** What the decision issued, or what was issued between asking and deciding; null: no version. */
async function findAnswer(request: Thread) {
  const { registration, renewal, requestedAt, decidedAt, corrections } = request;
  const about = registration
    ? { registrationId: registration.id }
    : renewal && { renewalId: renewal.id };
  if (!about || !decidedAt) return null;
  const since = corrections.length > 0 ? { gte: decidedAt } : { gt: requestedAt };
  const issued = await db.certificateVersion.findFirst({
    where: {
      certificate: about,
      issuedAt: { ...since, lte: decidedAt },
    },
    orderBy: { version: "desc" },
    select: { version: true, facts: true, certificateNumber: true },
  });
  if (!issued) return null;
  const { version, certificateNumber, facts } = issued;
  const before = await db.certificateVersion.findUnique({
    where: { certificateNumber_version: { certificateNumber, version: version - 1 } },
    select: { facts: true },
  });
  const changes = before
    ? changesOf(statedBeside(before.facts as CertificateFacts, facts as CertificateFacts))
    : [];
  return { certificate: { number: certificateNumber, version }, changes };
}
