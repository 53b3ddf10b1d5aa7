import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { changesOf, refusalOfGone, refusalOfStale } from "@/lib/changes/rules";
import { db } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import type { AddOffice, ChangeOffice, RemoveOffice } from "@/lib/offices/schema";
import { refusingBroken } from "@/lib/references";
import { may } from "@/lib/roles/rules";
import { refusingTaken } from "@/lib/taken";

const SUBJECT = "local office";

/** Adds an office, which members can belong to and officers can sign for. */
export async function addOffice(actor: Actor, input: AddOffice, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  await refusingTaken(taken(), () =>
    db.$transaction(async (tx) => {
      const { id } = await tx.localOffice.create({ data: input, select: { id: true } });
      const told = { act: "made a local office", subject: SUBJECT, subjectId: id };
      await recordAudit(tx, { actor, ...told, facts: { ...input } }, now);
    }),
  );
}

/** Renames an office; refused when it was changed since the form was shown. */
export async function changeOffice(actor: Actor, { seen, id, name }: ChangeOffice, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  await refusingTaken(taken(), () =>
    db.$transaction(async (tx) => {
      // Not FOR UPDATE: members who are put into it need not wait.
      await tx.$queryRaw`SELECT 1 FROM local_offices WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
      const select = { id: true, name: true };
      const before = await tx.localOffice.findUnique({ where: { id }, select });
      if (!before) throw notFoundError();
      const stale = refusalOfStale(before, seen);
      if (stale) throw stale;
      const facts = changesOf(before, { name });
      if (Object.keys(facts).length === 0) return;
      await tx.localOffice.update({ where: { id }, data: { name }, select: { id: true } });
      const told = { act: "renamed a local office", subject: SUBJECT, subjectId: id };
      await recordAudit(tx, { actor, ...told, facts }, now);
    }),
  );
}

/**
 * Removes an office that has no members and officers, and that no form was signed for; refused when it
 * was renamed since the form was shown. Answers its name.
 */
export async function removeOffice(
  actor: Actor,
  { id, seen }: RemoveOffice,
  now: Date,
): Promise<string> {
  if (!may(actor, "change programs")) throw notFoundError();
  return refusingBroken(used, () =>
    db.$transaction(async (tx) => {
      // Waits for whoever is just put into it: then the foreign key keeps it.
      await tx.$queryRaw`SELECT 1 FROM local_offices WHERE id = ${id}::uuid FOR UPDATE`;
      const select = { id: true, name: true };
      const was = await tx.localOffice.findUnique({ where: { id }, select });
      if (!was) throw refusalOfGone();
      const stale = refusalOfStale(was, seen);
      if (stale) throw stale;
      await tx.localOffice.delete({ where: { id }, select: { id: true } });
      const told = { act: "removed a local office", subject: SUBJECT, subjectId: id };
      await recordAudit(tx, { actor, ...told, facts: { name: was.name } }, now);
      return was.name;
    }),
  );
}

function used() {
  const why = "This office has members, officers or signed forms, so it cannot be removed.";
  return new DomainError("conflict", why);
}

function taken() {
  return new DomainError("conflict", "Another office has this name. Find it in the list.", "name");
}
