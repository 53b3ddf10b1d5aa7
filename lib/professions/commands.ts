import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { changesOf, refusalOfGone, refusalOfStale } from "@/lib/changes/rules";
import { db } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import { findProfession } from "@/lib/professions/queries";
import type { AddProfession, ChangeProfession, RemoveProfession } from "@/lib/professions/schema";
import { refusingBroken } from "@/lib/references";
import { may } from "@/lib/roles/rules";

const SUBJECT = "profession";

/** Adds what members can be. */
export async function addProfession(actor: Actor, input: AddProfession, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  await db.$transaction(async (tx) => {
    const { count } = await tx.profession.createMany({ data: [input], skipDuplicates: true });
    if (count === 0) {
      const why = "There is a profession of this name. Change it in the list.";
      throw new DomainError("conflict", why, "name");
    }
    const told = { act: "added a profession", subject: SUBJECT, subjectId: input.name };
    await recordAudit(tx, { actor, ...told, facts: { ...input } }, now);
  });
}

/**
 * Says whether a profession makes physicians, for certificates from now on; refused when it was changed
 * since the form was shown. Its name stays: members and files to import say it.
 */
export async function changeProfession(
  actor: Actor,
  { seen, ...input }: ChangeProfession,
  now: Date,
) {
  if (!may(actor, "change programs")) throw notFoundError();
  const { name } = input;
  await db.$transaction(async (tx) => {
    // Not FOR UPDATE: members who name the profession need not wait.
    await tx.$queryRaw`SELECT 1 FROM professions WHERE name = ${name} FOR NO KEY UPDATE`;
    const before = await findProfession(name, tx);
    if (!before) throw notFoundError();
    const stale = refusalOfStale(before, seen);
    if (stale) throw stale;
    const facts = changesOf(before, input);
    if (Object.keys(facts).length === 0) return;
    await tx.profession.update({ where: { name }, data: input, select: { name: true } });
    const told = { act: "changed a profession", subject: SUBJECT, subjectId: name };
    await recordAudit(tx, { actor, ...told, facts }, now);
  });
}

/** Removes a profession that no member has; refused when it was changed since the form was shown. */
export async function removeProfession(actor: Actor, { name, seen }: RemoveProfession, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  await refusingBroken(used, () =>
    db.$transaction(async (tx) => {
      // Waits for a member who is just given the profession: then the foreign key keeps it.
      await tx.$queryRaw`SELECT 1 FROM professions WHERE name = ${name} FOR UPDATE`;
      const was = await findProfession(name, tx);
      if (!was) throw refusalOfGone();
      const stale = refusalOfStale(was, seen);
      if (stale) throw stale;
      await tx.profession.delete({ where: { name }, select: { name: true } });
      const told = { act: "removed a profession", subject: SUBJECT, subjectId: name };
      await recordAudit(tx, { actor, ...told, facts: was }, now);
    }),
  );
}

function used() {
  return new DomainError("conflict", "Members have this profession, so it cannot be removed.");
}
