import "server-only";
import { type Day, dayOf } from "@/lib/calendar";
import { versionOf } from "@/lib/certifications/rules";
import { db, type Tx } from "@/lib/db";
import { nameOn, type RuleVersion, versionsFrom, withParticipation } from "@/lib/programs/rules";
import { ruleTermsSchema } from "@/lib/programs/schema";
import type { Prisma } from "@/prisma/generated/client";

/** A program with all that its rules are read from. */
export const programSelect = {
  code: true,
  names: { select: { code: true, name: true, fromOn: true } },
  versions: { select: { id: true, fromOn: true, terms: true } },
} satisfies Prisma.ProgramSelect;

/** The formats that earn participation credit, which staff can change. */
export async function listParticipationFormats(tx: Tx = db): Promise<string[]> {
  const found = await tx.format.findMany({
    where: { participation: true },
    select: { name: true },
  });
  return found.map(({ name }) => name);
}

/** Versions as they are judged; participation is what the formats say today. */
export function versionsOf(
  versions: readonly { id: string; fromOn: Day; terms: unknown }[],
  participation: readonly string[],
): RuleVersion[] {
  return versions.map(({ terms, ...version }) => ({
    ...version,
    terms: withParticipation(ruleTermsSchema.parse(terms), participation),
  }));
}

/** The program that any of its codes means; null: none. */
export async function findProgramCode(typed: string): Promise<string | null> {
  const [found] = await db.$queryRaw<{ code: string }[]>`
    SELECT program_code AS code FROM program_names WHERE code_key = identifier_key(${typed})`;
  return found?.code ?? null;
}

/** Every program under its name on a date, with all its rule versions. */
export async function listPrograms(day: Day) {
  const [programs, participation] = await Promise.all([
    db.program.findMany({
      relationLoadStrategy: "join",
      orderBy: { code: "asc" },
      select: programSelect,
    }),
    listParticipationFormats(),
  ]);
  return programs.map(({ code, names, versions }) => ({
    code,
    called: nameOn(names.map(dated), day),
    versions: versionsOf(versions.map(dated), participation),
  }));
}

/** A program with every name it had and all its rule versions, the latest first; null: there is none. */
export async function findProgram(code: string, day: Day) {
  // PostgreSQL takes no text that holds it.
  if (code.includes("\0")) return null;
  const [program, participation] = await Promise.all([
    db.program.findUnique({
      relationLoadStrategy: "join",
      where: { code },
      select: programSelect,
    }),
    listParticipationFormats(),
  ]);
  if (!program) return null;
  const names = program.names.map(dated).toSorted((a, b) => (a.fromOn > b.fromOn ? -1 : 1));
  const versions = versionsOf(program.versions.map(dated), participation);
  return {
    code,
    names,
    called: nameOn(names, day),
    versions: versions.toSorted((a, b) => (a.fromOn > b.fromOn ? -1 : 1)),
    /** As they are kept: participation is still a word. */
    termsFrom: new Map(
      program.versions.map(({ fromOn, terms }) => [dayOf(fromOn), ruleTermsSchema.parse(terms)]),
    ),
  };
}

/** Every program with the rules in force on a date and those that follow them. */
export async function listRulesFrom(day: Day) {
  const programs = await listPrograms(day);
  return programs.map((program) => ({ ...program, versions: versionsFrom(program.versions, day) }));
}

/** A program's rule version for a cycle; null where none is in force on its due date. */
export async function findVersionFor(
  programCode: string,
  cycle: { startsOn: Day; endsOn: Day },
): Promise<RuleVersion | null> {
  const [versions, participation] = await Promise.all([
    db.ruleVersion.findMany({ where: { programCode }, select: programSelect.versions.select }),
    listParticipationFormats(),
  ]);
  return versionOf(cycle, versionsOf(versions.map(dated), participation));
}

function dated<Dated extends { fromOn: Date }>(
  found: Dated,
): Omit<Dated, "fromOn"> & { fromOn: Day } {
  return { ...found, fromOn: dayOf(found.fromOn) };
}
