import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { changesOf, refusalOfStale } from "@/lib/changes/rules";
import { db } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import type { AddOffice, ChangeOffice } from "@/lib/offices/schema";
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

function taken() {
  return new DomainError("conflict", "Another office has this name. Find it in the list.", "name");
}
