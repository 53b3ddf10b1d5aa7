import "server-only";
import { type Day, dayOf } from "@/lib/calendar";
import { versionOf } from "@/lib/certifications/rules";
import { db } from "@/lib/db";
import { nameOn, type RuleVersion, withParticipation } from "@/lib/programs/rules";
import { ruleTermsSchema } from "@/lib/programs/schema";
import type { Prisma } from "@/prisma/generated/client";

/** What rules and names need to know of a program. */
export const programSelect = {
  select: {
    code: true,
    names: { select: { code: true, name: true, fromOn: true } },
    versions: { select: { id: true, fromOn: true, terms: true } },
  },
} satisfies Prisma.ProgramDefaultArgs;

type FoundProgram = Prisma.ProgramGetPayload<typeof programSelect>;

/** The formats that earn participation credit, which staff can change. */
export async function listParticipationFormats(): Promise<string[]> {
  const found = await db.format.findMany({
    where: { participation: true },
    select: { name: true },
  });
  return found.map(({ name }) => name);
}

export function namesOf({ names }: Pick<FoundProgram, "names">) {
  return names.map(({ fromOn, ...name }) => ({ ...name, fromOn: dayOf(fromOn) }));
}

/** The versions of a program as they are judged; participation is what the formats say today. */
export function versionsOf(
  { versions }: Pick<FoundProgram, "versions">,
  participation: readonly string[],
): RuleVersion[] {
  return versions.map(({ id, fromOn, terms }) => ({
    id,
    fromOn: dayOf(fromOn),
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
      ...programSelect,
    }),
    listParticipationFormats(),
  ]);
  return programs.map((program) => {
    const versions = versionsOf(program, participation);
    return { code: program.code, called: nameOn(namesOf(program), day), versions };
  });
}

/** A program's rule version for a cycle; null where no version is in force on its due date. */
export async function findVersionFor(
  programCode: string,
  cycle: { startsOn: Day; endsOn: Day },
): Promise<RuleVersion | null> {
  const [program, participation] = await Promise.all([
    db.program.findUnique({
      relationLoadStrategy: "join",
      where: { code: programCode },
      ...programSelect,
    }),
    listParticipationFormats(),
  ]);
  return program && versionOf(cycle, versionsOf(program, participation));
}
