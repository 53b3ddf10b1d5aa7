import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { changesOf, refusalOfStale } from "@/lib/changes/rules";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { findFormat } from "@/lib/formats/queries";
import type { AddFormat, ChangeFormat } from "@/lib/formats/schema";
import type { Actor } from "@/lib/members/rules";
import { listParticipationFormats } from "@/lib/programs/queries";
import { refusalOfTerms, withParticipation } from "@/lib/programs/rules";
import { ruleTermsSchema } from "@/lib/programs/schema";
import { may } from "@/lib/roles/rules";

/** Adds a way in which credit is earned. */
export async function addFormat(actor: Actor, input: AddFormat, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  await db.$transaction(async (tx) => {
    const { count } = await tx.format.createMany({ data: [input], skipDuplicates: true });
    if (count === 0) {
      const why = "There is a format of this name. Change it in the list.";
      throw new DomainError("conflict", why, "name");
    }
    await refuseOverlaps(tx);
    const told = { act: "added a format", subject: "format", subjectId: input.name };
    await recordAudit(tx, { actor, ...told, facts: { ...input } }, now);
  });
}

/** Changes what a format asks for; refused when it was changed since the form was shown. */
export async function changeFormat(actor: Actor, { seen, ...input }: ChangeFormat, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  const { name } = input;
  await db.$transaction(async (tx) => {
    // Not FOR UPDATE: entries that name the format need not wait.
    await tx.$queryRaw`SELECT 1 FROM formats WHERE name = ${name} FOR NO KEY UPDATE`;
    const before = await findFormat(name, tx);
    if (!before) throw notFoundError();
    const stale = refusalOfStale(before, seen);
    if (stale) throw stale;
    const facts = changesOf(before, input);
    if (Object.keys(facts).length === 0) return;
    await tx.format.update({ where: { name }, data: input, select: { name: true } });
    if (facts.participation) await refuseOverlaps(tx);
    const told = { act: "changed a format", subject: "format", subjectId: name };
    await recordAudit(tx, { actor, ...told, facts }, now);
  });
}

/** What earns participation credit is a part of rules: their maximums must stay nested. */
async function refuseOverlaps(tx: Tx) {
  const [participation, versions] = await Promise.all([
    listParticipationFormats(tx),
    tx.ruleVersion.findMany({ select: { programCode: true, terms: true } }),
  ]);
  for (const { programCode, terms } of versions) {
    const why = refusalOfTerms(withParticipation(ruleTermsSchema.parse(terms), participation));
    if (!why) continue;
    throw new DomainError("invalid", `In the rules of ${programCode}: ${why}`, "participation");
  }
}
