import "server-only";
import { type Day, dateOf, dayOf, shiftDay } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { fingerprintOf } from "@/lib/fingerprint";
import { isId } from "@/lib/ids";
import { listParticipationFormats, versionsOf } from "@/lib/programs/queries";
import { ruleTermsSchema } from "@/lib/programs/schema";
import { type Impact, type JudgedCycle, rulesWith } from "@/lib/rule-previews/rules";

const previewSelect = {
  id: true,
  programCode: true,
  fromOn: true,
  terms: true,
  versionsSeen: true,
  askedBy: { select: { firstName: true, lastName: true } },
  askedAt: true,
  total: true,
  seen: true,
  reached: true,
  impact: true,
  finishedAt: true,
  failedAt: true,
  savedAt: true,
} as const;

/** A preview with the terms it is about; null when there is none. */
export async function findPreview(id: string, tx: Tx = db) {
  if (!isId(id)) return null;
  const found = await tx.rulePreview.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: previewSelect,
  });
  return (
    found && {
      ...found,
      fromOn: dayOf(found.fromOn),
      terms: ruleTermsSchema.parse(found.terms),
      // Written by lib/rule-previews/commands.ts alone.
      impact: found.impact as unknown as Impact,
    }
  );
}

export type Preview = NonNullable<Awaited<ReturnType<typeof findPreview>>>;

/** The latest previews of a program that were not saved. */
export async function listUnsaved(programCode: string) {
  const found = await db.rulePreview.findMany({
    where: { programCode, savedAt: null },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: 5,
    select: { id: true, fromOn: true, askedAt: true, finishedAt: true, failedAt: true },
  });
  return found.map(({ fromOn, ...preview }) => ({ ...preview, fromOn: dayOf(fromOn) }));
}

/** A program's versions and what they were at a moment, as one short text. */
export async function readVersions(programCode: string, tx: Tx = db) {
  const [found, participation] = await Promise.all([
    tx.ruleVersion.findMany({
      where: { programCode },
      orderBy: { fromOn: "asc" },
      select: { id: true, fromOn: true, terms: true },
    }),
    listParticipationFormats(tx),
  ]);
  const dated = found.map((version) => ({ ...version, fromOn: dayOf(version.fromOn) }));
  return {
    versions: versionsOf(dated, participation),
    participation,
    fingerprint: fingerprintOf(Object.fromEntries(dated.map((each) => [each.fromOn, each.terms]))),
  };
}

/** The rules of the program before and after the previewed version. */
export async function readRules({ programCode, fromOn, terms }: Preview) {
  const { versions, participation } = await readVersions(programCode);
  const [told] = versionsOf([{ id: "", fromOn, terms }], participation);
  if (!told) throw new Error("The previewed version is lost.");
  return rulesWith(versions, told);
}

/** Whoever is retired renews nothing. */
const held = (programCode: string) => ({ programCode, member: { retiredAt: null } });

export function countHeld(programCode: string, tx: Tx) {
  return tx.certification.count({ where: held(programCode) });
}

/** The next certifications of a program, with their cycles that could fall under a version from a date. */
export async function listHeld(
  { programCode, fromOn, reached }: { programCode: string; fromOn: Day; reached: string | null },
  most: number,
) {
  const found = await db.certification.findMany({
    where: { ...held(programCode), ...(reached ? { id: { gt: reached } } : {}) },
    orderBy: { id: "asc" },
    take: most,
    select: {
      id: true,
      memberId: true,
      cycles: {
        // A cycle falls due the day after its end at the latest.
        where: { endsOn: { gte: dateOf(shiftDay(fromOn, { days: -1 })) } },
        orderBy: { startsOn: "asc" },
        select: { id: true, startsOn: true, endsOn: true, renewedAt: true, renewalId: true },
      },
    },
  });
  const cycles = found.flatMap(({ memberId, cycles }) =>
    cycles.map(({ id, startsOn, endsOn, renewedAt, renewalId }): JudgedCycle => {
      const dates = { startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) };
      return {
        id,
        memberId,
        ...dates,
        isRenewed: renewedAt !== null,
        isInvoiced: renewalId !== null,
      };
    }),
  );
  return { count: found.length, last: found.at(-1)?.id ?? null, cycles };
}

/** The names of the members whose changes a preview shows. */
export async function listNames(ids: readonly string[]) {
  const found = await db.member.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, firstName: true, lastName: true, memberNumber: true },
  });
  return new Map(found.map((member) => [member.id, member]));
}
