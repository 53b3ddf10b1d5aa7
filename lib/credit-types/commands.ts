import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { changesOf, refusalOfStale } from "@/lib/changes/rules";
import { findCreditType } from "@/lib/credit-types/queries";
import type { AddCreditType, ChangeCreditType } from "@/lib/credit-types/schema";
import { db } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";

/** Adds a kind of credit. */
export async function addCreditType(actor: Actor, input: AddCreditType, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  await db.$transaction(async (tx) => {
    const { count } = await tx.creditType.createMany({ data: [input], skipDuplicates: true });
    if (count === 0) {
      const why = "There is a credit type of this name. Change it in the list.";
      throw new DomainError("conflict", why, "name");
    }
    const told = { act: "added a credit type", subject: "credit type", subjectId: input.name };
    await recordAudit(tx, { actor, ...told, facts: { ...input } }, now);
  });
}

/** Changes how credit of a type is entered and kept; refused when it was changed since the form was shown. */
export async function changeCreditType(
  actor: Actor,
  { seen, ...input }: ChangeCreditType,
  now: Date,
) {
  if (!may(actor, "change programs")) throw notFoundError();
  const { name } = input;
  await db.$transaction(async (tx) => {
    // Not FOR UPDATE: entries that name the type need not wait.
    await tx.$queryRaw`SELECT 1 FROM credit_types WHERE name = ${name} FOR NO KEY UPDATE`;
    const before = await findCreditType(name, tx);
    if (!before) throw notFoundError();
    const stale = refusalOfStale(before, seen);
    if (stale) throw stale;
    const facts = changesOf(before, input);
    if (Object.keys(facts).length === 0) return;
    await tx.creditType.update({ where: { name }, data: input, select: { name: true } });
    const told = { act: "changed a credit type", subject: "credit type", subjectId: name };
    await recordAudit(tx, { actor, ...told, facts }, now);
  });
}
