import "server-only";
import { type Day, dayOf, shiftDay } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { fingerprintOf } from "@/lib/fingerprint";
import { isId } from "@/lib/ids";
import { listParticipationFormats, listPrograms, versionsOf } from "@/lib/programs/queries";
import type { RuleVersion } from "@/lib/programs/rules";
import { ruleTermsSchema } from "@/lib/programs/schema";
import { type Impact, NO_IMPACT, rulesWith } from "@/lib/rule-previews/rules";
import type { JudgedCycle } from "@/lib/rule-previews/together";

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
      impact: { ...NO_IMPACT, ...(found.impact as unknown as Impact) },
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

/** The rules of the program before and after the previewed version, and those of every program. */
export async function readRules({ programCode, fromOn, terms }: Preview, today: Day) {
  const [{ versions, participation }, programs] = await Promise.all([
    readVersions(programCode),
    listPrograms(today),
  ]);
  const [told] = versionsOf([{ id: "", fromOn, terms }], participation);
  if (!told) throw new Error("The previewed version is lost.");
  const rules = rulesWith(versions, told);
  const programsWith = (own: RuleVersion[]) =>
    new Map(
      programs.map(({ code, called, versions }) => {
        return [code, { code: called.code, versions: code === programCode ? own : versions }];
      }),
    );
  return {
    ...rules,
    programs: { before: programsWith(versions), after: programsWith(rules.after) },
  };
}

/** Whoever is retired renews nothing. */
const held = (programCode: string) => ({ programCode, member: { retiredAt: null } });

export function countHeld(programCode: string, tx: Tx) {
  return tx.certification.count({ where: held(programCode) });
}

/**
 * The next certifications of a program, with their cycles that could fall under a version from a date,
 * and all that their holders have to renew, of any program.
 */
export async function listHeld(
  { programCode, fromOn, reached }: { programCode: string; fromOn: Day; reached: string | null },
  most: number,
) {
  const found = await db.certification.findMany({
    where: { ...held(programCode), ...(reached ? { id: { gt: reached } } : {}) },
    orderBy: { id: "asc" },
    take: most,
    select: { id: true, memberId: true },
  });
  // A cycle falls due the day after its end at the latest.
  const earliest = shiftDay(fromOn, { days: -1 });
  const [row] = await db.$queryRaw<{ cycles: JudgedCycle[] | null }[]>`
    SELECT json_agg(one ORDER BY one."memberId", one."programCode", one."startsOn") AS cycles FROM (
      SELECT y.id, c.member_id AS "memberId", c.program_code AS "programCode", y.starts_on AS "startsOn",
          y.ends_on AS "endsOn", y.renewed_at IS NOT NULL AS "isRenewed", y.renewal_id AS "renewalId",
          (SELECT json_build_object('requiredCredits', i.required_credits, 'minimumCredits', i.minimum_credits)
             FROM invoices i WHERE i.renewal_id = y.renewal_id AND i.voided_at IS NULL) AS figures,
          EXISTS (SELECT FROM waivers w
            WHERE w.renewal_id = y.renewal_id AND w.part = 'credits') AS "areCreditsWaived"
        FROM certifications c JOIN cycles y ON y.certification_id = c.id
        WHERE c.member_id = ANY(${found.map(({ memberId }) => memberId)}::uuid[])
          AND (y.renewed_at IS NULL
            OR (c.program_code = ${programCode} AND y.ends_on >= ${earliest}::date))) one`;
  const all = row?.cycles ?? [];
  const toRenew = new Map<string, JudgedCycle[]>();
  for (const cycle of all) {
    if (cycle.isRenewed) continue;
    const others = toRenew.get(cycle.memberId);
    if (others) others.push(cycle);
    else toRenew.set(cycle.memberId, [cycle]);
  }
  return {
    count: found.length,
    last: found.at(-1)?.id ?? null,
    cycles: all.filter((each) => each.programCode === programCode && each.endsOn >= earliest),
    toRenew,
  };
}

/** The names of the members whose changes a preview shows. */
export async function listNames(ids: readonly string[]) {
  const found = await db.member.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, firstName: true, lastName: true, memberNumber: true },
  });
  return new Map(found.map((member) => [member.id, member]));
}
