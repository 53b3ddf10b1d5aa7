import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { changesOf, refusalOfStale } from "@/lib/changes/rules";
import { db } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import { findProvider } from "@/lib/providers/queries";
import type { AddProvider, ChangeProvider } from "@/lib/providers/schema";
import { may } from "@/lib/roles/rules";
import { refusingTaken } from "@/lib/taken";

/** Adds who teaches. */
export async function addProvider(actor: Actor, input: AddProvider, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  await refusingTaken(taken(), () =>
    db.$transaction(async (tx) => {
      const { id } = await tx.provider.create({ data: input, select: { id: true } });
      const told = { act: "added a provider", subject: "provider", subjectId: id };
      await recordAudit(tx, { actor, ...told, facts: { ...input } }, now);
    }),
  );
}

/** Changes or renames a provider; the audit log keeps its names. Refused when it was changed since the form was shown. */
export async function changeProvider(
  actor: Actor,
  { seen, id, ...input }: ChangeProvider,
  now: Date,
) {
  if (!may(actor, "change programs")) throw notFoundError();
  await refusingTaken(taken(), () =>
    db.$transaction(async (tx) => {
      // Not FOR UPDATE: entries that name the provider need not wait.
      await tx.$queryRaw`SELECT 1 FROM providers WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
      const before = await findProvider(id, tx);
      if (!before) throw notFoundError();
      const stale = refusalOfStale(before, seen);
      if (stale) throw stale;
      const facts = changesOf(before, input);
      if (Object.keys(facts).length === 0) return;
      await tx.provider.update({ where: { id }, data: input, select: { id: true } });
      const told = { act: "changed a provider", subject: "provider", subjectId: id };
      await recordAudit(tx, { actor, ...told, facts }, now);
    }),
  );
}

function taken() {
  return new DomainError(
    "conflict",
    "Another provider has this name. Find it in the list.",
    "name",
  );
}
