import "server-only";
import { isDeepStrictEqual } from "node:util";
import { recordAudit } from "@/lib/audit/commands";
import { dateOf } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import { fieldRefused, refusalOfTerms, withParticipation } from "@/lib/programs/rules";
import {
  type ProgramNamed,
  type ProgramsFile,
  type RuleTerms,
  type RuleVersionSaved,
  ruleTermsSchema,
} from "@/lib/programs/schema";
import { may } from "@/lib/roles/rules";
import { isTaken } from "@/lib/taken";

/** Makes a program, or gives it the names it lacks; those it has are left alone. */
export async function ensureProgram(actor: Actor, { code, names }: ProgramNamed, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  try {
    await db.$transaction(async (tx) => {
      await tx.program.createMany({ data: [{ code }], skipDuplicates: true });
      await lockProgram(tx, code);
      const held = await tx.programName.findMany({
        where: { programCode: code },
        select: { code: true },
      });
      const added = names.filter((name) => !held.some((each) => each.code === name.code));
      if (added.length === 0) return;
      const data = added.map((name) => {
        return { ...name, programCode: code, fromOn: dateOf(name.fromOn) };
      });
      await tx.programName.createMany({ data });
      const told = { act: "named a program", subject: "program", subjectId: code };
      await recordAudit(tx, { actor, ...told, facts: { names: added } }, now);
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new DomainError(
      "conflict",
      `A code of ${code} belongs to another program, or it has two names from one date. Change it.`,
      "names",
    );
  }
}

/**
 * Saves what a program demands of the cycles that fall due from a date on; saved again it changes
 * nothing. Rules that a cycle was renewed under stay as they are.
 */
export async function saveRuleVersion(actor: Actor, input: RuleVersionSaved, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  await db.$transaction(async (tx) => {
    await lockProgram(tx, input.programCode);
    await saveLocked(tx, actor, input, now);
  });
}

/** The same for who holds the program's lock (lockProgram) and may change programs. */
export async function saveLocked(tx: Tx, actor: Actor, input: RuleVersionSaved, now: Date) {
  const { programCode, terms } = input;
  const fromOn = dateOf(input.fromOn);
  await refuseBadTerms(tx, terms);
  const before = await tx.ruleVersion.findUnique({
    where: { programCode_fromOn: { programCode, fromOn } },
    select: { id: true, terms: true },
  });
  if (before && isDeepStrictEqual(ruleTermsSchema.parse(before.terms), terms)) return;
  if (before) await changeTerms(tx, before.id, terms);
  else await tx.ruleVersion.create({ data: { programCode, fromOn, terms }, select: { id: true } });
  const facts = { fromOn: input.fromOn, from: before?.terms ?? null, to: terms };
  const told = { act: "saved a rule version", subject: "program", subjectId: programCode };
  await recordAudit(tx, { actor, ...told, facts }, now);
}

/** Loads a data file: its programs, their names and rule versions. Loaded again it changes nothing. */
export async function loadPrograms(actor: Actor, programs: ProgramsFile, now: Date) {
  for (const { versions, ...program } of programs) {
    await ensureProgram(actor, program, now);
    for (const version of versions) {
      await saveRuleVersion(actor, { programCode: program.code, ...version }, now);
    }
  }
}

/** One saves at a time; the second sees what the first did. */
export async function lockProgram(tx: Tx, code: string) {
  const [locked] = await tx.$queryRaw<{ code: string }[]>`
    SELECT code FROM programs WHERE code = ${code} FOR UPDATE`;
  if (!locked) throw new DomainError("not-found", `There is no program ${code}.`, "programCode");
}

/** Refuses terms that can't be, or that name what is not there. */
export async function refuseBadTerms(tx: Tx, terms: RuleTerms) {
  // Nobody says meanwhile that another format earns participation credit.
  await tx.$queryRaw`SELECT 1 FROM formats FOR SHARE`;
  const [formats, types] = await Promise.all([
    tx.format.findMany({ select: { name: true, participation: true } }),
    tx.creditType.findMany({ select: { name: true } }),
  ]);
  const participation = formats.filter((format) => format.participation).map(({ name }) => name);
  const named = [
    ...terms.caps.flatMap((cap) => (cap.formats === "participation" ? [] : cap.formats)),
    ...Object.keys(terms.formatsFrom),
  ];
  const unknown =
    named.find((name) => !formats.some((format) => format.name === name)) ??
    terms.creditTypesRefused.find((name) => !types.some((type) => type.name === name));
  if (unknown) {
    const why = `There is no format or credit type ${unknown}. Choose one that exists.`;
    throw new DomainError("invalid", why, "caps");
  }
  const judged = withParticipation(terms, participation);
  const refusal = refusalOfTerms(judged);
  if (refusal) throw new DomainError("invalid", refusal, fieldRefused(judged));
}

async function changeTerms(tx: Tx, id: string, terms: RuleTerms) {
  // The lock keeps out a renewal that is about to refer to the version.
  await tx.$queryRaw`SELECT 1 FROM rule_versions WHERE id = ${id}::uuid FOR UPDATE`;
  const renewed = await tx.cycle.findFirst({ where: { ruleVersionId: id }, select: { id: true } });
  if (renewed) {
    throw new DomainError(
      "conflict",
      "Cycles were renewed under these rules, so they stay. Save a version from a later date.",
    );
  }
  await tx.ruleVersion.update({ where: { id }, data: { terms }, select: { id: true } });
}
