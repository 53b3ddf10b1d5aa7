import "server-only";
import { allocate } from "@/lib/allocations/rules";
import { type Day, todayIn } from "@/lib/calendar";
import { listCycles } from "@/lib/certifications/queries";
import { findClaim } from "@/lib/claims/queries";
import { totalOf } from "@/lib/claims/rules";
import {
  type CycleEffect,
  labelOfCorrection,
  readDay,
  wordsForCertificate,
  worthTelling,
} from "@/lib/corrections/rules";
import { db } from "@/lib/db";
import { findCreditOfClaim } from "@/lib/entries/queries";
import type { StandingEntry } from "@/lib/entries/rules";
import { isId } from "@/lib/ids";
import { boundTerms } from "@/lib/invoices/rules";
import { findSettings } from "@/lib/settings/queries";
import { listStandingEntries } from "@/lib/standing-entries/queries";

/** A claim as staff correct it: each locked day with what is typed for it, and what that would do. */
export async function findClaimDesk(
  registrationId: string,
  typed: Readonly<Record<string, string | string[] | undefined>>,
  now: Date,
) {
  if (!isId(registrationId)) return null;
  const found = await db.registration.findUnique({
    where: { id: registrationId },
    select: { memberId: true },
  });
  const claim = found && (await findClaim(found.memberId, registrationId));
  if (!claim) return null;
  const [history, certificate] = await Promise.all([
    listCorrections(registrationId),
    findVersions(registrationId),
  ]);
  const rows = claim.rows
    .filter((row) => row.submittedAt)
    .map((row) => {
      const text = typed[fieldOf(row)];
      const read = readDay(claim.event, row, typeof text === "string" ? text : undefined);
      return { ...row, new: read };
    });
  const changed = rows.flatMap((row) =>
    row.new.isChanged && row.new.credits !== null ? [{ ...row, credits: row.new.credits }] : [],
  );
  const isAsked = rows.some((row) => typed[fieldOf(row)] !== undefined);
  const isReady = changed.length > 0 && rows.every((row) => row.new.refusal === null);
  const total = totalOf(rows);
  const after = rows.reduce((sum, row) => sum + (row.new.credits ?? 0), 0);
  const effect = isReady
    ? {
        total: [total, after] as const,
        cycles: await previewDays(claim.member.id, registrationId, changed, now),
        certificate: wordsForCertificate(standingOf(certificate), after),
        label: labelOfCorrection(standingOf(certificate), after),
      }
    : null;
  return { ...claim, rows, history, certificate, total, isAsked, effect };
}

export type ClaimDesk = NonNullable<Awaited<ReturnType<typeof findClaimDesk>>>;

/** The field of a day in the desk's form and address. */
function fieldOf({ eventDayId }: { eventDayId: string }): string {
  return `credits-${eventDayId}`;
}

type Versions = Awaited<ReturnType<typeof findVersions>>;

function standingOf(certificate: Versions) {
  const latest = certificate?.versions[0];
  return certificate && latest
    ? { number: certificate.number, version: latest.version, isActive: !latest.revokedAt }
    : null;
}

function findVersions(registrationId: string) {
  return db.certificate.findUnique({
    where: { registrationId },
    select: {
      number: true,
      versions: {
        orderBy: { version: "desc" },
        select: {
          version: true,
          issuedAt: true,
          supersededAt: true,
          revokedAt: true,
          revokedReason: true,
        },
      },
    },
  });
}

function listCorrections(registrationId: string) {
  return db.correction.findMany({
    relationLoadStrategy: "join",
    where: { registrationId },
    orderBy: [{ correctedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      eventDayId: true,
      oldCredits: true,
      newCredits: true,
      reason: true,
      correctedAt: true,
      correctedBy: { select: { firstName: true, lastName: true } },
    },
  });
}

type Corrected = { eventDayId: string; day: Day; credits: number };

/** What corrected days do to the member's certifications: their entries are made anew, as saving does. */
async function previewDays(
  memberId: string,
  registrationId: string,
  days: readonly Corrected[],
  now: Date,
) {
  const [earned, { associationName, timeZone }] = await Promise.all([
    findCreditOfClaim(registrationId),
    findSettings(),
  ]);
  const today = todayIn(timeZone, now);
  const keys = await findKeys({ provider: associationName, courseNumber: "", title: earned.title });
  return previewChange(
    memberId,
    (entries) => {
      const isCorrected = (entry: StandingEntry) =>
        entry.claimKey === registrationId && days.some(({ day }) => day === entry.earnedOn);
      const made = days.map(({ day, credits }, place) => ({
        ...keys,
        id: notSaved(place),
        source: "claim" as const,
        earnedOn: day,
        reportedOn: today,
        format: earned.formatName,
        credits,
        creditType: earned.creditTypeName,
        title: earned.title,
        courseNumber: "",
        provider: associationName,
        inNetwork: true,
        isAccepted: true,
        isNotDuplicate: false,
        claimKey: registrationId,
        state: "accepted" as const,
        reviewNote: null,
      }));
      return [...entries.filter((entry) => !isCorrected(entry)), ...made];
    },
    today,
  );
}

/** After every id that is given out: what is saved now comes last of its day. */
export function notSaved(place = 0): string {
  return `ffffffff-ffff-7fff-bfff-${String(place).padStart(12, "0")}`;
}

/** What duplicates are recognised by, folded as the database folds it. */
export async function findKeys(said: { provider: string; courseNumber: string; title: string }) {
  const [keys] = await db.$queryRaw<
    Pick<StandingEntry, "providerKey" | "courseNumberKey" | "titleKey">[]
  >`
    SELECT identifier_key(${said.provider}) AS "providerKey",
        identifier_key(${said.courseNumber}) AS "courseNumberKey", identifier_key(${said.title}) AS "titleKey"`;
  if (!keys) throw new Error("A query without conditions gave no row.");
  return keys;
}

/** What a change of a member's record does to each certification, by the one calculation. */
export async function previewChange(
  memberId: string,
  change: (entries: readonly StandingEntry[]) => readonly StandingEntry[],
  today: Day,
): Promise<CycleEffect[]> {
  const [cycles, before] = await Promise.all([
    listCycles(memberId, today),
    listStandingEntries(memberId),
  ]);
  const after = change(before);
  const effects = cycles.map((cycle): CycleEffect => {
    const terms = boundTerms(cycle);
    const [was, becomes] = [before, after].map((entries) => allocate(entries, cycle, terms));
    if (!was || !becomes) throw new Error("Two lists gave less than two answers.");
    return {
      program: `${cycle.called.code} ${cycle.startsOn.slice(0, 4)}–${cycle.endsOn.slice(0, 4)}`,
      required: becomes.required,
      counted: [was.counted, becomes.counted],
      outstanding: [was.outstanding, becomes.outstanding],
      isActive: cycle.state === "active",
    };
  });
  return effects.filter(worthTelling);
}
